import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../shell/api';
import { ProblemAlert, Section } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';

const POLL_INTERVAL_MS = 2000;
const MINUTES_FROM_S = 120;

/** How the queues of tasks do, for who manages them. */
export function Queues() {
  const { t } = useTranslation();
  const format = useFormat();
  const queues = useQuery({ ...get('/api/v1/admin/queues'), refetchInterval: POLL_INTERVAL_MS });
  const { types = [], workers = [] } = queues.data ?? {};
  const lasting = (seconds: number | null): string => {
    if (seconds === null) return '–';
    const [amount, unit] = seconds < MINUTES_FROM_S ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
    return format.number(amount, { style: 'unit', unit });
  };
  return (
    <Section title={t('Queues')}>
      {queues.isError && <ProblemAlert error={queues.error} />}
      {types.length > 0 && (
        <Table.ScrollContainer minWidth={320}>
          <Table aria-label={t('Queues')}>
            <Table.Thead>
              <Table.Tr>
                {[t('Kind'), t('Waiting'), t('Running'), t('Failed'), t('Oldest waits')].map((title) => (
                  <Table.Th key={title} scope="col">
                    {title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {types.map(({ type, waiting, running, failed, oldest_waiting_s: oldest }) => (
                <Table.Tr key={type}>
                  <Table.Th scope="row">{type}</Table.Th>
                  <Table.Td className="num">{waiting}</Table.Td>
                  <Table.Td className="num">{running}</Table.Td>
                  <Table.Td className="num">{failed}</Table.Td>
                  <Table.Td className="num">{lasting(oldest)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {workers.map(({ worker_id: id, host, running }) => (
        <Text key={id} fz="sm" c="dimmed" className="breaks">
          {t('Worker {{host}} runs {{running}}', { host, running })}
        </Text>
      ))}
      {queues.isSuccess && workers.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('No worker has been heard of lately.')}
        </Text>
      )}
    </Section>
  );
}
