import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useReducedMotion } from '@mantine/hooks';

interface BarsChartProps {
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly value: number }[];
}

/** Bars side by side; loaded by who looks at them. */
export default function BarsChart({ label, bars }: BarsChartProps) {
  const still = useReducedMotion();
  return (
    <BarChart
      h={240}
      data={[...bars]}
      dataKey="name"
      series={[{ name: 'value', label, color: 'ink.6' }]}
      barProps={{ isAnimationActive: !still, radius: [3, 3, 0, 0] }}
      tooltipAnimationDuration={0}
      yAxisProps={{ width: 44 }}
    />
  );
}
