import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok, type components } from '../../shell/api';
import { ProblemAlert, RowsSkeleton, say, sayProblem, Section } from '../../shell/kit';
import { useChangeOfPerson, useSignOut } from '../../shell/session/go';
import { t, useFormat, useTranslation } from '../../shell/text';

const path = '/api/v1/auth/sessions';
type Session = components['schemas']['Session'];

/** What browsers and programs call themselves, short. */
function deviceName(userAgent: string | null): string {
  if (!userAgent) return t('Unknown device');
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\/[\d.]+/.exec(userAgent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1];
  if (!browser) return userAgent.split(' ')[0];
  const name = { Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser;
  return system ? t('{{name}} on {{system}}', { name, system: system === 'Mac OS X' ? t('a Mac') : system }) : name;
}

/** Where the account is signed in, and ending that. */
export function Sessions() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const signOut = useSignOut();
  const change = useChangeOfPerson();
  const sessions = useQuery(get(path, { params: { query: { limit: 100 } } }));
  const end = async ({ id }: Session): Promise<void> => {
    try {
      await ok(api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } }));
      say(t('That session has ended.'));
    } catch (error) {
      sayProblem(error);
    }
    await queries.invalidateQueries({ queryKey: [path] });
  };
  const endAll = async (): Promise<void> => {
    try {
      await ok(api.POST('/api/v1/auth/logout-all'));
      await change('/login');
    } catch (error) {
      sayProblem(error);
    }
  };
  return (
    <Section title={t('Where you are signed in')}>
      {sessions.isPending && <RowsSkeleton rows={3} />}
      {sessions.isError && <ProblemAlert error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <Stack component="ul" gap="sm" p={0} m={0} mb="md" mah={340} style={{ overflowY: 'auto' }}>
        {sessions.data?.items.map((session) => (
          <Row key={session.id} session={session} onEnd={() => void end(session)} />
        ))}
      </Stack>
      <Group gap="xs">
        <Button variant="default" onClick={() => void signOut()}>
          {t('Sign out here')}
        </Button>
        <Button variant="default" onClick={() => void endAll()}>
          {t('Sign out everywhere')}
        </Button>
      </Group>
    </Section>
  );
}

function Row({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = deviceName(session.device);
  const Icon = /Android|iPhone/.test(session.device ?? '') ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <Group component="li" wrap="nowrap" gap="sm" style={{ listStyle: 'none' }}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text className="breaks">{session.current ? t('{{name}} (here)', { name }) : name}</Text>
        <Text fz="xs" c="dimmed" className="breaks">
          {t('{{address}}, used {{when}}', {
            address: session.address ?? t('unknown address'),
            when: format.ago(session.last_used_at),
          })}
        </Text>
      </div>
      {!session.current && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={onEnd}
          aria-label={t('End the session of {{name}}', { name })}
        >
          {t('End')}
        </Button>
      )}
    </Group>
  );
}
