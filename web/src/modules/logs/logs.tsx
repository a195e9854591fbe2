import { Button, Text } from '@mantine/core';
import { IconDownload, IconEraser, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { addressOf, get } from '../../shell/api';
import { Empty, Page, ProblemAlert, RowsSkeleton } from '../../shell/kit';
import { useListState } from '../../shell/list';
import { fieldProblems, problemText, useTranslation } from '../../shell/text';
import { LogFilters } from './log-filters';
import { LogView } from './log-view';
import { useFollow, type Following } from './use-follow';
import classes from './logs.module.css';

/** Members of the address that select lines, as the API has them. */
const SELECTION = ['container', 'level', 'since', 'q', 'regex', 'previous'];

/** The log of a pod, as it is written. What is selected stands in the address. */
export default function Logs() {
  const { t } = useTranslation();
  const { asked, ask, settle } = useListState();
  const pods = useQuery(get('/api/v1/logs'));
  const [rests, setRests] = useState(false);
  const all = pods.data?.items ?? [];
  const pod = all.find(({ name }) => name === asked.pod) ?? all.at(0);
  const query = new URLSearchParams(SELECTION.flatMap((name) => (asked[name] ? [[name, asked[name]]] : []))).toString();
  const follow = useFollow(pod?.name ?? '', query, rests);
  useEffect(() => setRests(false), [pod?.name, query]);
  const status = useStatus(follow, pod?.name ?? '', rests);
  const say = useEffectEvent((one: string) => settle({ pod: one }));
  const isSettled = !pod || asked.pod === pod.name;
  const name = pod?.name;
  useEffect(() => {
    if (!isSettled && name) say(name); // the address can be sent to somebody
  }, [isSettled, name]);
  const { q: searchIssue } = fieldProblems(follow.error);
  if (pods.isError) return <ProblemAlert error={pods.error} onRetry={() => void pods.refetch()} />;
  return (
    <Page title={t('Logs')}>
      {pods.isPending && <RowsSkeleton rows={8} />}
      {pods.isSuccess && !pod && <Empty title={t('There are no pods whose logs you may read.')} />}
      {pod && (
        <div className={classes.screen}>
          <LogFilters pods={all} pod={pod} asked={asked} onAsk={ask} issue={searchIssue}>
            <Button
              variant="default"
              leftSection={rests ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
              aria-pressed={rests}
              onClick={() => setRests(!rests)}
            >
              {rests ? t('Go on') : t('Pause')}
            </Button>
            <Button variant="default" leftSection={<IconEraser size={16} />} onClick={follow.clear}>
              {t('Clear')}
            </Button>
            <Button
              component="a"
              variant="default"
              leftSection={<IconDownload size={16} />}
              href={addressOf(`/api/v1/logs/${encodeURIComponent(pod.name)}/download?${query}`)}
              download
            >
              {t('Download')}
            </Button>
          </LogFilters>
          <Text role="status" fz="sm" c={status.isBad ? 'var(--mantine-color-error)' : 'dimmed'} className="breaks">
            {status.text}
          </Text>
          <LogView
            lines={follow.lines}
            from={follow.count - follow.lines.length}
            words={asked.regex ? '' : (asked.q ?? '').toLowerCase()}
            several={!asked.container && pod.containers.length > 1}
          />
        </div>
      )}
    </Page>
  );
}

/** How it stands, where a screen reader hears it, but not with every line. */
function useStatus(follow: Following, pod: string, rests: boolean): { text: string; isBad: boolean } {
  const { t } = useTranslation();
  const { error, link, held } = follow;
  if (error !== null) {
    const isSearch = 'q' in fieldProblems(error);
    return { text: isSearch ? t('Please look at the search again.') : problemText(error), isBad: true };
  }
  if (rests) return { text: t('Paused; {{count}} new line of {{pod}} waits.', { count: held, pod }), isBad: false };
  if (link === 'lost') return { text: t('Cut off; connecting again…'), isBad: true };
  if (link === 'ended') return { text: t('The stream has ended.'), isBad: true };
  return { text: link === 'open' ? t('Following {{pod}}.', { pod }) : t('Connecting…'), isBad: false };
}
