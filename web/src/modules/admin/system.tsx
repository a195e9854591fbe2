import { Badge, Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, get, ok } from '../../shell/api';
import { FormStatus, useSubmit } from '../../shell/form';
import { Page, ProblemAlert, RowsSkeleton, say, Section } from '../../shell/kit';
import { useMay } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';
import { Parts } from './parts';

/** How the application does: its parts, what must hold at any time, its queues, its cache. */
export default function SystemScreen() {
  const { t } = useTranslation();
  const mayDo = useMay();
  return (
    <Page title={t('Health')} about={t('How the application and its parts do.')}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Stack>
          <Parts />
          {mayDo('manage_catalog') && <CacheSection />}
        </Stack>
        {mayDo('manage_tasks') && <Queues />}
      </SimpleGrid>
      <Invariants />
    </Page>
  );
}

function Invariants() {
  const { t } = useTranslation();
  const format = useFormat();
  const report = useQuery({ ...get('/api/v1/admin/invariants'), staleTime: Infinity });
  return (
    <Section
      title={t('What must hold at any time')}
      about={report.data && t('Looked at {{when}}', { when: format.exact(report.data.checked_at) })}
      actions={
        <Button size="compact-md" variant="default" loading={report.isFetching} onClick={() => void report.refetch()}>
          {t('Look again')}
        </Button>
      }
    >
      {report.isPending && <RowsSkeleton rows={8} />}
      {report.isError && <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />}
      <Stack gap={6} component="ul" p={0} m={0}>
        {report.data?.checks.map(({ name, ok: holds, checked, violations }) => (
          <li key={name} style={{ listStyle: 'none' }}>
            <Group gap="xs" wrap="nowrap">
              {holds ? (
                <IconCircleCheck size={18} color="var(--mantine-color-teal-7)" aria-label={t('holds')} role="img" />
              ) : (
                <IconCircleX size={18} color="var(--mantine-color-red-7)" aria-label={t('does not hold')} role="img" />
              )}
              <Text className="breaks" flex={1}>
                {name}
              </Text>
              <Text c="dimmed" className="num">
                {t('{{n}} looked at', { n: format.number(checked) })}
              </Text>
            </Group>
            {violations.map(({ subject, detail }) => (
              <Text key={subject + detail} fz="sm" pl={26} className="breaks">
                {subject}: {detail}
              </Text>
            ))}
          </li>
        ))}
      </Stack>
    </Section>
  );
}

function Queues() {
  const { t } = useTranslation();
  const format = useFormat();
  const queues = useQuery({ ...get('/api/v1/admin/queues'), refetchInterval: 5000 });
  const wait = (seconds: number | null): string =>
    seconds === null ? '–' : t('{{seconds}} s', { seconds: format.number(seconds) });
  return (
    <Section title={t('Queues')}>
      {queues.isPending && <RowsSkeleton rows={6} />}
      {queues.isError && <ProblemAlert error={queues.error} onRetry={() => void queues.refetch()} />}
      {queues.data && (
        <>
          {queues.data.types.length === 0 && <Text c="dimmed">{t('Nothing waits and nothing runs.')}</Text>}
          {queues.data.types.length > 0 && (
            <Table.ScrollContainer minWidth={300}>
              <Table aria-label={t('Queues')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('Type')}</Table.Th>
                    <Table.Th ta="right">{t('Waiting')}</Table.Th>
                    <Table.Th ta="right">{t('Running')}</Table.Th>
                    <Table.Th ta="right">{t('Failed')}</Table.Th>
                    <Table.Th ta="right">{t('Oldest')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {queues.data.types.map(({ type, waiting, running, failed, oldest_waiting_s: oldest }) => (
                    <Table.Tr key={type} className="num">
                      <Table.Td className="breaks">{type}</Table.Td>
                      <Table.Td ta="right">{format.number(waiting)}</Table.Td>
                      <Table.Td ta="right">{format.number(running)}</Table.Td>
                      <Table.Td ta="right">{format.number(failed)}</Table.Td>
                      <Table.Td ta="right">{wait(oldest)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
          <Text fw={600} mt="md" mb={4}>
            {t('Workers')}
          </Text>
          {queues.data.workers.map(({ worker_id: id, host, running, seen_at: seenAt }) => (
            <Group key={id} justify="space-between" gap="xs">
              <Text className="breaks">{host}</Text>
              <Text c="dimmed">{t('{{running}} running, seen {{when}}', { running, when: format.ago(seenAt) })}</Text>
            </Group>
          ))}
          {queues.data.workers.length === 0 && <Badge color="red">{t('No worker')}</Badge>}
        </>
      )}
    </Section>
  );
}

function CacheSection() {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(async (_: undefined, headers) => {
    await ok(api.DELETE('/api/v1/cache', { headers }));
    say(t('The cache is empty.'));
  });
  return (
    <Section title={t('Cache')} about={t('Emptying it makes the next readers wait a little; nothing is lost.')}>
      <FormStatus error={error} />
      <Button variant="default" loading={busy} onClick={() => void submit(undefined)}>
        {t('Empty the cache')}
      </Button>
    </Section>
  );
}
