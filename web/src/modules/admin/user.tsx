import { Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, ok, versioned, type components, type Versioned } from '../../shell/api';
import { Confirm, Facts, Page, ProblemAlert, say, sayProblem, ScreenSkeleton, Section } from '../../shell/kit';
import { useGo } from '../../shell/session/go';
import { useMe } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';
import { RightsForm } from './rights-form';

type User = components['schemas']['User'];
const path = '/api/v1/users/{id}';

export default function UserScreen() {
  const { t } = useTranslation();
  const { id }: { id: string } = useParams({ strict: false });
  const read = (): Promise<Versioned<User>> => versioned(api.GET(path, { params: { path: { id } } }));
  const found = useQuery({ queryKey: [path, id], queryFn: read });
  const above = [{ title: t('Accounts'), to: '/admin/users' }];
  if (found.isPending) return <ScreenSkeleton />;
  if (found.isError) {
    return (
      <Page title={t('Account')} above={above}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  const user = found.data.value;
  return (
    <Page
      title={user.full_name}
      above={above}
      about={
        <Group gap="xs">
          <span className="breaks">{user.email}</span>
          {!user.is_active && (
            <Badge color="gray" tt="none">
              {t('deactivated')}
            </Badge>
          )}
        </Group>
      }
    >
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Section title={t('Roles and permissions')}>
          <RightsForm key={found.data.etag} version={found.data} read={read} />
        </Section>
        <Stack>
          <About user={user} />
          <State user={user} />
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

function About({ user }: { user: User }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      title={t('About')}
      actions={
        <Button
          component={Link}
          to="/admin/audit"
          search={{ actor_id: user.id } as never}
          size="compact-md"
          variant="default"
        >
          {t('What it has done')}
        </Button>
      }
    >
      <Facts
        of={[
          [t('Username'), user.username],
          [t('Address'), user.email_verified ? t('confirmed') : t('not confirmed')],
          [t('Kind'), user.kind === 'service' ? t('service') : t('person')],
          [t('Language'), user.locale],
          [t('Time zone'), user.time_zone],
          [t('Since'), format.instant(user.created_at)],
          [t('Changed'), format.instant(user.updated_at)],
        ]}
      />
    </Section>
  );
}

function State({ user }: { user: User }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const go = useGo();
  const me = useMe();
  const [erasing, { open, close }] = useDisclosure();
  const params = { path: { id: user.id } };
  const set = async (isActive: boolean): Promise<void> => {
    await ok(api.PATCH(path, { params, body: { is_active: isActive } }));
    await queries.invalidateQueries({ queryKey: [path, user.id] });
    await queries.invalidateQueries({ queryKey: ['/api/v1/users'] });
  };
  const change = async (isActive: boolean): Promise<void> => {
    try {
      await set(isActive);
      say(isActive ? t('The account is active.') : t('The account is deactivated; its sessions have ended.'), () =>
        set(!isActive),
      );
    } catch (error) {
      sayProblem(error);
    }
  };
  const erase = async (): Promise<void> => {
    await ok(api.DELETE(path, { params }));
    await queries.invalidateQueries({ queryKey: ['/api/v1/users'] });
    say(t('The account is erased.'));
    await go('/admin/users');
  };
  return (
    <Section title={t('State')}>
      <Text mb="sm">
        {user.is_active
          ? t('Active: who it belongs to can sign in.')
          : t('Deactivated: nobody can sign in, and its tokens count nowhere.')}
      </Text>
      <Group gap="xs">
        <Button variant="default" disabled={user.id === me.id} onClick={() => void change(!user.is_active)}>
          {user.is_active ? t('Deactivate') : t('Activate')}
        </Button>
        <Button variant="subtle" color="red" disabled={user.id === me.id} onClick={open}>
          {t('Erase…')}
        </Button>
      </Group>
      <Confirm
        opened={erasing}
        onClose={close}
        title={t('Erase {{name}}?', { name: user.full_name })}
        action={t('Erase for ever')}
        onConfirm={erase}
      >
        {t('The person’s data is deleted or loses their name. It cannot be brought back.')}
      </Confirm>
    </Section>
  );
}
