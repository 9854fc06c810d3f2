import { Button, Loader, NativeSelect, NumberInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askWhatIf, type ClockRule, type Policy, policiesQuery } from '../api/rules.ts';
import { Refusals } from '../forms/Refusals.tsx';
import classes from './Administration.module.css';
import { proposed, sizeOf } from './proposing.ts';
import { useChange } from './useChange.ts';
import { WhatIfAnswer } from './WhatIfAnswer.tsx';
import { ruleTitle, targetWords } from './words.ts';

/** Tries another target on the cases of the past year, before anything is published. */
export function WhatIfPart() {
  const policies = useQuery(policiesQuery).data;
  const [asked, setAsked] = useState<string | null>(null);
  if (!policies) return <Loader aria-label="Loading the policies" />;
  return (
    <>
      <Question policies={policies} onAsked={setAsked} />
      {asked && <WhatIfAnswer key={asked} id={asked} />}
    </>
  );
}

const keyOf = ({ metric, task }: ClockRule): string => `${metric} ${task ?? ''}`.trim();

function Question({ policies, onAsked }: { policies: readonly Policy[]; onAsked: (id: string) => void }) {
  const [name, setName] = useState(policies[0]?.name ?? '');
  const [clock, setClock] = useState('resolve');
  const [size, setSize] = useState<number | null>(null);
  const policy = policies.find((one) => one.name === name) ?? policies[0];
  const rules = (policy?.clocks ?? []).filter(({ target }) => sizeOf(target) !== null);
  const rule = rules.find((one) => keyOf(one) === clock) ?? rules[0];
  const amount = size ?? (rule ? sizeOf(rule.target)?.amount : undefined) ?? 1;
  const ask = useChange((write) => askWhatIf(policy && rule ? { policy: proposed(policy, rule, amount) } : {}, write), {
    said: 'The past year is being read',
    after: ({ id }) => onAsked(id),
  });
  if (!policy || !rule) return <Text size="sm">No policy has a target to try.</Text>;
  return (
    <section className={`panel ${classes.part}`} aria-labelledby="question">
      <h2 id="question">What if a target were another one?</h2>
      <Text size="sm" c="dimmed" mb="xs">
        The cases of the past year are read under the target that you try. Nothing is written to them.
      </Text>
      <div className={classes.form}>
        <NativeSelect
          label="Policy"
          value={policy.name}
          data={policies.map((one) => one.name)}
          onChange={(e) => {
            setName(e.currentTarget.value);
            setSize(null);
          }}
        />
        <NativeSelect
          label="Clock"
          value={keyOf(rule)}
          data={rules.map((one) => ({ value: keyOf(one), label: ruleTitle(one) }))}
          onChange={(e) => {
            setClock(e.currentTarget.value);
            setSize(null);
          }}
        />
        <NumberInput
          label={`Target in ${sizeOf(rule.target)?.unit}`}
          description={`now ${targetWords(rule.target)}`}
          min={0}
          max={3_660}
          value={amount}
          onChange={(value) => setSize(Number(value))}
        />
        <Button onClick={() => ask.mutate()} loading={ask.isPending}>
          Try it
        </Button>
      </div>
      <Refusals of={ask.refused} />
    </section>
  );
}
