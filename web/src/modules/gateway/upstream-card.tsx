import { Badge, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from '../../shell/text';
import { HistoryChart } from './history-chart';
import { useExplanation, useStateWords, type Target, type Upstream } from './words';
import classes from './gateway.module.css';

const COLOURS = { well: 'teal', degraded: 'yellow', down: 'red' };

/** One upstream: its state in words, its calls of the last minutes, its targets. */
export function UpstreamCard({ upstream }: { upstream: Upstream }) {
  const { t } = useTranslation();
  const words = useStateWords();
  const explained = useExplanation();
  const { name, state, targets, history } = upstream;
  const heading = `upstream-${name}`;
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      className={classes.card}
      data-name={name}
      data-state={state}
      aria-labelledby={heading}
    >
      <Group justify="space-between" mb={4}>
        <Title order={2} id={heading} className="breaks">
          {name}
        </Title>
        <Badge color={COLOURS[state]} variant="outline" className={classes.badge}>
          {words[state]}
        </Badge>
      </Group>
      <Text fz="sm" mb="sm" className="breaks">
        {explained(upstream)}
      </Text>
      <HistoryChart slices={history} />
      <ul className={classes.targets} aria-label={t('Targets')}>
        {targets.map((target) => (
          <TargetRow key={target.number} target={target} />
        ))}
      </ul>
    </Paper>
  );
}

function TargetRow({ target }: { target: Target }) {
  const { t } = useTranslation();
  const { number, url, state, pending, retry_in_s: waitS, reason } = target;
  const words = {
    well: t('well'),
    ill: t('ill'),
    open: t('breaker open'),
    half_open: t('looking whether it is back'),
  };
  const facts = [
    words[state],
    reason && t('after {{reason}}', { reason }),
    waitS !== null && (waitS > 0 ? t('looks again in {{waitS}} s', { waitS }) : t('looks again with the next call')),
    pending > 0 && t('{{pending}} under way', { pending }),
  ];
  return (
    <li data-state={state}>
      <code className="breaks">
        {number}. {url}
      </code>
      <Text span fz="sm" c={state === 'well' ? 'dimmed' : 'var(--mantine-color-error)'}>
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </li>
  );
}
