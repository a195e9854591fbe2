import { Alert, SimpleGrid, Stack } from '@mantine/core';
import { Page } from '../../shell/kit';
import { useMe } from '../../shell/session/me';
import { useTaken } from '../../shell/session/places';
import { t, useTranslation } from '../../shell/text';
import { AppPasswords } from './app-passwords';
import { EmailForm } from './email-form';
import { Identities } from './identities';
import { MyData } from './my-data';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { ReaderForm } from './reader-form';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';

/** Why linking another account has come to nothing, by the word in the address. */
const REASONS: Record<string, () => string> = {
  identity_taken: () => t('That account belongs to somebody else here already.'),
  provider_already_linked: () => t('There is another account of that kind here: remove that one first.'),
  identity_provider_unavailable: () => t('The other side does not answer just now. Please try again later.'),
};

/** What a person looks after of their own account. */
export default function Account() {
  const { t } = useTranslation();
  const me = useMe();
  const error = useTaken('error');
  return (
    <Page title={me.full_name} about={[me.username, me.roles.join(', ')].filter(Boolean).join(' · ')}>
      {error && (
        <Alert color="red" role="alert">
          {REASONS[error]?.() ?? t('Linking the other account did not work.')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Stack>
          <Sessions />
          <SecondFactor />
          <Identities />
          <AppPasswords />
        </Stack>
        <Stack>
          <PasswordForm />
          <EmailForm />
          <ReaderForm />
          <ProfileForm />
          <MyData />
        </Stack>
      </SimpleGrid>
    </Page>
  );
}
