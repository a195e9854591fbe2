import { Skeleton, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../shell/api';
import { ProblemAlert } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';

/** Every value a grade ever had, the last first. */
export function GradeHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useQuery(get('/api/v1/grades/{id}/history', { params: { path: { id }, query: { limit: 100 } } }));
  if (history.isError) return <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Skeleton height={70} />;
  const versions = [...history.data.items].reverse();
  return (
    <Timeline active={0} bulletSize={12} lineWidth={2} role="list" aria-label={t('History')}>
      {versions.map((one) => (
        <Timeline.Item
          key={one.version}
          role="listitem"
          title={one.deleted ? t('taken back') : format.number(one.score)}
        >
          <Text fz="sm" c="dimmed" className="breaks">
            {t('{{who}}, {{when}}', { who: one.actor_name ?? t('Somebody'), when: format.instant(one.created_at) })}
            {one.reason && ` · ${one.reason}`}
          </Text>
          {one.comments && (
            <Text fz="sm" className="breaks">
              {one.comments}
            </Text>
          )}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
