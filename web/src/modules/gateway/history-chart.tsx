import { Group, Text } from '@mantine/core';
import { useTranslation } from '../../shell/text';
import type { Upstream } from './words';
import classes from './gateway.module.css';

const HEIGHT = 100;
/** So few calls in a slice do not fill the chart. */
const LEAST_TOP = 10;
const KINDS = ['answered', 'failed', 'refused'] as const;
type Slice = Upstream['history'][number];

const callsOf = ({ answered, failed, refused }: Slice): number => answered + failed + refused;

/** Bars of what became of the calls, one upon the other; a veil behind slices in which a target was set aside. */
export function HistoryChart({ slices }: { slices: readonly Slice[] }) {
  const { t } = useTranslation();
  const top = Math.max(LEAST_TOP, ...slices.map(callsOf));
  const sum = (kind: (typeof KINDS)[number]): number => slices.reduce((total, slice) => total + slice[kind], 0);
  const told = t('In five minutes {{answered}} answered, {{failed}} failed, {{refused}} refused here.', {
    answered: sum('answered'),
    failed: sum('failed'),
    refused: sum('refused'),
  });
  return (
    <>
      <svg
        className={`chart ${classes.chart}`}
        role="img"
        aria-label={told}
        viewBox={`0 0 ${Math.max(1, slices.length)} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {slices.map((slice, at) => (
          <Bars key={slice.at} slice={slice} at={at} top={top} />
        ))}
      </svg>
      <Group justify="space-between" gap="xs">
        <Text fz="xs" c="dimmed">
          {t('5 minutes ago')}
        </Text>
        <Text fz="xs" c="dimmed" className="num">
          {t('up to {{top}} in 5 s', { top })}
        </Text>
        <Text fz="xs" c="dimmed">
          {t('now')}
        </Text>
      </Group>
      <Text fz="xs" c="dimmed" mt={2} aria-hidden>
        {told}
      </Text>
    </>
  );
}

function Bars({ slice, at, top }: { slice: Slice; at: number; top: number }) {
  let from = HEIGHT;
  return (
    <>
      {slice.ill > 0 && <rect className={`ill ${classes.ill}`} x={at} y={0} width={1} height={HEIGHT} />}
      {KINDS.filter((kind) => slice[kind] > 0).map((kind) => {
        const height = Math.max(1, (slice[kind] / top) * HEIGHT);
        from -= height;
        return (
          <rect key={kind} className={`${kind} ${classes[kind]}`} x={at + 0.1} y={from} width={0.8} height={height} />
        );
      })}
    </>
  );
}
