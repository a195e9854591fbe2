import { Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { AtriumError, get } from '../../shell/api';
import { Empty, Page, ProblemAlert, RowsSkeleton } from '../../shell/kit';
import { useTranslation } from '../../shell/text';
import { UpstreamCard } from './upstream-card';
import { useStateWords, type Upstream } from './words';
import classes from './gateway.module.css';

const POLL_INTERVAL_MS = 1000;
const AFTER_REFUSAL_MS = 5000;

/** What is behind the gateway, and how that does, as it changes. */
export default function Gateway() {
  const { t } = useTranslation();
  const found = useQuery({
    ...get('/api/v1/gateway'),
    refetchInterval: ({ state: { error } }) => (error ? waitMs(error) : POLL_INTERVAL_MS),
  });
  const items = found.data?.items ?? [];
  const told = useChanges(found.data?.items);
  return (
    <Page title={t('Gateway')} about={t('What is behind it, and how that does.')}>
      {found.isError && <ProblemAlert error={found.error} />}
      <Text role="status" className={classes.status}>
        {told}
      </Text>
      {found.isPending && <RowsSkeleton rows={8} />}
      {found.isSuccess && items.length === 0 && (
        <Empty icon={IconArrowsSplit2} title={t('There is nothing behind the gateway yet')}>
          {t('The setting {{name}} names it.', { name: 'GATEWAY_UPSTREAMS' })}
        </Empty>
      )}
      <div className={classes.cards}>
        {items.map((upstream) => (
          <UpstreamCard key={upstream.name} upstream={upstream} />
        ))}
      </div>
      {items.length > 0 && (
        <Text c="dimmed" fz="xs" className={classes.legend}>
          <span className={`${classes.key} ${classes.answered}`} /> {t('answered')}
          <span className={`${classes.key} ${classes.failed}`} /> {t('failed calls')}
          <span className={`${classes.key} ${classes.refused}`} /> {t('refused here')}
          <span className={`${classes.key} ${classes.ill}`} /> {t('a target set aside')}
        </Text>
      )}
    </Page>
  );
}

const waitMs = (error: unknown): number =>
  Math.max(AFTER_REFUSAL_MS, (error instanceof AtriumError ? (error.retryAfterS ?? 0) : 0) * 1000);

/** Says what has changed, and nothing while all is as it was. */
function useChanges(items: readonly Upstream[] | undefined): string {
  const { t } = useTranslation();
  const words = useStateWords();
  const before = useRef<ReadonlyMap<string, string>>(null);
  const [told, setTold] = useState('');
  useEffect(() => {
    if (!items) return;
    const { current } = before;
    const changed = current ? items.filter(({ name, state }) => current.get(name) !== state) : [];
    before.current = new Map(items.map(({ name, state }) => [name, state]));
    if (changed.length === 0) return;
    setTold(changed.map(({ name, state }) => t('{{name}} is {{state}}.', { name, state: words[state] })).join(' '));
  }, [items, t, words]);
  return told;
}
