import { Skeleton, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../shell/api';
import { ProblemAlert } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import { STATUS_NAMES } from './status';

/** Every step of an order, the first first. */
export function OrderHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useQuery(get('/api/v1/orders/{id}/history', { params: { path: { id }, query: { limit: 100 } } }));
  if (history.isError) return <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Skeleton height={90} />;
  const steps = history.data.items;
  return (
    <Timeline active={steps.length - 1} bulletSize={14} lineWidth={2} role="list" aria-label={t('History')}>
      {steps.map((step) => (
        <Timeline.Item
          key={step.created_at + step.to_status}
          role="listitem"
          title={step.from_status === null ? t('Placed') : t(STATUS_NAMES[step.to_status])}
        >
          <Text c="dimmed" fz="sm">
            {format.instant(step.created_at)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
