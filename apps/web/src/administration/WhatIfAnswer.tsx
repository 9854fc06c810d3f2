import { Alert, Loader, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type WhatIf, whatIfCasesQuery, whatIfQuery } from '../api/rules.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { metricTitle } from '../sla/chip.ts';
import { humanise } from '../words/humanise.ts';
import classes from './Administration.module.css';

/** How far the reading is; then what would have been met and breached, and the cases that change. */
export function WhatIfAnswer({ id }: { id: string }) {
  const answer = useQuery(whatIfQuery(id));
  if (answer.isPending) return <Loader aria-label="Loading the answer" />;
  if (!answer.data) return <Trouble error={answer.error} retry={() => void answer.refetch()} />;
  const { state, done, total, failure, result } = answer.data;
  return (
    <section className={`panel ${classes.part}`} aria-labelledby="answer">
      <h2 id="answer">{state === 'running' ? 'Reading the cases' : 'What would have been'}</h2>
      {state === 'running' && (
        <>
          <Text size="sm" role="status">
            {done.toLocaleString('en-US')} of {total.toLocaleString('en-US')} cases
          </Text>
          <Progress.Root size="lg">
            <Progress.Section value={total > 0 ? (100 * done) / total : 0} striped animated aria-label="Cases read" />
          </Progress.Root>
        </>
      )}
      {state === 'failed' && <Alert color="red">{failure}</Alert>}
      {result && <Result result={result} />}
      {result && result.changes > 0 && <Changes id={id} all={result.changes} />}
    </section>
  );
}

function Result({ result: { cases, changes, rows } }: { result: NonNullable<WhatIf['result']> }) {
  return (
    <>
      <Text size="sm" role="status">
        {cases.toLocaleString('en-US')} cases read; {changes.toLocaleString('en-US')} clocks would have ended otherwise.
      </Text>
      <table className={classes.table}>
        <caption className="unseen">Met and breached, as it was and as it would have been</caption>
        <thead>
          <tr>
            <th scope="col">Case type</th>
            <th scope="col">Department</th>
            <th scope="col">Clock</th>
            <th scope="col" className={classes.number}>
              Breached
            </th>
            <th scope="col" className={classes.number}>
              Would be
            </th>
            <th scope="col" className={classes.number}>
              Cases worse
            </th>
            <th scope="col" className={classes.number}>
              Cases better
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.type} ${row.department} ${row.metric}`}>
              <th scope="row">{humanise(row.type)}</th>
              <td>{humanise(row.department)}</td>
              <td>{metricTitle(row.metric)}</td>
              <td className={classes.number}>{row.before.breached}</td>
              <td className={classes.number}>{row.after.breached}</td>
              <td className={classes.number}>{row.worse}</td>
              <td className={classes.number}>{row.better}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Changes({ id, all }: { id: string; all: number }) {
  const cases = useQuery(whatIfCasesQuery(id)).data?.items ?? [];
  return (
    <>
      <h3>
        {all > cases.length
          ? `The first ${cases.length} of ${all.toLocaleString('en-US')} clocks that change`
          : 'Clocks that change'}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label="Clocks that change">
        <table className={classes.table}>
          <caption className="unseen">Cases whose clocks would have ended otherwise</caption>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Clock</th>
              <th scope="col">Was</th>
              <th scope="col">Would be</th>
            </tr>
          </thead>
          <tbody>
            {cases.map(({ number, metric, scope, cycle, before, after }) => (
              <tr key={`${number} ${metric} ${scope} ${cycle}`}>
                <th scope="row">
                  <Link to="/cases/$number" params={{ number }}>
                    {number}
                  </Link>
                </th>
                <td>{metricTitle(metric)}</td>
                <td>{before ?? 'undecided'}</td>
                <td>{after ?? 'undecided'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
