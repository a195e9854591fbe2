import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../shell/api';
import { ProblemAlert, RowsSkeleton } from '../../shell/kit';
import { useFormat, useTranslation } from '../../shell/text';
import { CHANNEL_NAMES, OUTCOMES } from './words';
import classes from './notifications.module.css';

/** By which channels somebody was told, or was not, and which rule said so. */
export function Why({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const why = useQuery({
    ...get('/api/v1/notifications/{id}/why', { params: { path: { id } } }),
    staleTime: 0,
  });
  if (why.isError) return <ProblemAlert error={why.error} onRetry={() => void why.refetch()} />;
  if (!why.data) return <RowsSkeleton rows={5} />;
  return (
    <dl className={classes.why} aria-label={t('Why?')}>
      {why.data.channels.map(({ channel, outcome, because, not_before: from, attempts }) => (
        <div key={channel}>
          <dt>{t(CHANNEL_NAMES[channel])}</dt>
          <dd>
            <Badge color={OUTCOMES[outcome].color}>{t(OUTCOMES[outcome].name)}</Badge>
          </dd>
          <dd>
            {because}
            {from && ` ${t('Not before {{when}}.', { when: format.instant(from) })}`}
            {attempts > 1 && (
              <Text span fz="xs" c="dimmed">
                {' '}
                {t('{{n}} attempts', { n: attempts })}
              </Text>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
