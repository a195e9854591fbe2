import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useReducedMotion } from '@mantine/hooks';
import { useFormat, useTranslation } from '../../shell/text';
import type { Figures } from './sales-figures';

/** What was sold by day; loaded by who looks at it. */
export default function SalesChart({ days, currency }: { days: Figures['days']; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const still = useReducedMotion();
  const data = days.map(({ day, minor }) => ({ day: format.day(day), sum: minor / 100 }));
  return (
    <BarChart
      h={260}
      data={data}
      dataKey="day"
      series={[{ name: 'sum', label: t('Sold for'), color: 'ink.6' }]}
      valueFormatter={(value) => format.money(String(value), currency)}
      barProps={{ isAnimationActive: !still, radius: [3, 3, 0, 0] }}
      tooltipAnimationDuration={0}
      xAxisProps={{ minTickGap: 24 }}
      yAxisProps={{ width: 76 }}
    />
  );
}
