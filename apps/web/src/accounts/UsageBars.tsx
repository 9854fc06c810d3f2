import { BarChart } from '@mantine/charts';

/** Loaded when first needed: the chart library is larger than the rest of the desk. */
export default function UsageBars({ bills }: { bills: { period: string; use: number }[] }) {
  return (
    <div aria-hidden>
      <BarChart
        h={140}
        data={bills}
        dataKey="period"
        series={[{ name: 'use', label: 'Use', color: 'canal.5' }]}
        gridAxis="x"
        barChartProps={{ accessibilityLayer: false }}
        tickLine="none"
        withXAxis
        barProps={{ isAnimationActive: false, radius: 2 }}
        xAxisProps={{ interval: 5, tick: { fontSize: 11 } }}
        yAxisProps={{ width: 36, tick: { fontSize: 11 } }}
      />
    </div>
  );
}
