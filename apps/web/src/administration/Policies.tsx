import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Policy, policiesQuery } from '../api/rules.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { humanise } from '../words/humanise.ts';
import { fullTime } from '../words/time.ts';
import classes from './Administration.module.css';
import { Findings } from './Findings.tsx';
import { ruleTitle, stepWords, targetWords } from './words.ts';

/** Each policy: what it promises, its ladder, its versions, and what the linter finds. */
export function Policies() {
  const policies = useQuery(policiesQuery);
  if (policies.isPending) return <Loader aria-label="Loading the policies" />;
  if (!policies.data) return <Trouble error={policies.error} retry={() => void policies.refetch()} />;
  return policies.data.map((policy) => <OnePolicy key={policy.name} policy={policy} />);
}

function OnePolicy({ policy }: { policy: Policy }) {
  const { name, version, from, calendar, clocks, ladder, versions } = policy;
  return (
    <section className={`panel ${classes.part}`} aria-labelledby={name}>
      <h2 id={name}>{name}</h2>
      <Text size="sm" c="dimmed">
        Version {version} for cases opened from {fullTime(from)} on; calendar {calendar}
        {versions.length > 1 ? `; ${versions.length - 1} before it` : ''}
      </Text>
      <Findings of="policy" name={name} />
      <table className={classes.table}>
        <caption className="unseen">What {name} promises</caption>
        <thead>
          <tr>
            <th scope="col">Clock</th>
            <th scope="col">Target</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map((rule) => (
            <tr key={`${rule.metric} ${rule.task ?? ''}`}>
              <th scope="row">{ruleTitle(rule)}</th>
              <td>
                {targetWords(rule.target)}
                {rule.legal ? ' (by law: no pause stops it)' : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="sm" mt="xs">
        Ladder:{' '}
        {ladder.length === 0
          ? 'none'
          : ladder.map((step) => `${humanise(step.name)} ${stepWords(step)} to ${step.to.join(', ')}`).join('; ')}
      </Text>
    </section>
  );
}
