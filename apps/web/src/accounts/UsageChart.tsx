import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { usageQuery } from '../api/accounts.ts';
import classes from './Accounts.module.css';
import { dollars } from './facts.ts';

const UsageBars = lazy(() => import('./UsageBars.tsx'));

/** Billed use of 24 months as bars, and the same as a table for whoever wants the figures. */
export function UsageChart({ number, unit }: { number: string; unit: string }) {
  const usage = useQuery(usageQuery(number));
  const bills = (usage.data?.bills ?? []).toSorted((a, b) => a.period.localeCompare(b.period)).slice(-24);
  if (!usage.data) return null;
  if (bills.length === 0) return <Text size="sm">No bills in the last 24 months.</Text>;
  return (
    <figure className={classes.usage} aria-label={`Use of the last ${bills.length} bills`}>
      <figcaption>Use, {unit || 'billed units'}, by bill</figcaption>
      <Suspense fallback={<div className={classes.chartSpace} />}>
        <UsageBars bills={bills.map(({ period, use }) => ({ period, use: Number(use) }))} />
      </Suspense>
      <details>
        <summary>The figures</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col">Use</th>
              <th scope="col">Amount</th>
            </tr>
          </thead>
          <tbody>
            {bills.toReversed().map(({ period, use, amount }) => (
              <tr key={period}>
                <td>{period}</td>
                <td>{use}</td>
                <td>{dollars(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
