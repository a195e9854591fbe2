import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { api, ok } from '../../shell/api';
import { FormStatus, SecretInput, useSubmit } from '../../shell/form';
import { Bare } from '../../shell/frame/bare';
import { useChangeOfPerson } from '../../shell/session/go';
import { secretOf } from '../../shell/session/taken';
import { useTranslation } from '../../shell/text';

/** A new password, by the link of a mail. */
export default function Reset() {
  const { t } = useTranslation();
  const change = useChangeOfPerson();
  const form = useForm({ initialValues: { password: '' } });
  const { submit, busy, error } = useSubmit(
    async ({ password }: { password: string }, headers) => {
      await ok(api.POST('/api/v1/auth/password/reset', { body: { token: secretOf('token'), password }, headers }));
      await change('/login?done=reset');
    },
    { fields: form },
  );
  return (
    <Bare title={t('New password')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          <Text>{t('It ends every session of yours, on all devices.')}</Text>
          <SecretInput
            label={t('New password')}
            autoComplete="new-password"
            maxLength={128}
            required
            withAsterisk={false}
            autoFocus
            {...form.getInputProps('password')}
          />
          <FormStatus error={error} values={form.values} />
          <Button type="submit" loading={busy}>
            {t('Keep it')}
          </Button>
          <Anchor component={Link} to="/forgot">
            {t('Ask for another link')}
          </Anchor>
        </Stack>
      </form>
    </Bare>
  );
}
