import { Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { Clock, Task } from '../api/types.ts';
import { ClockSegments } from '../sla/ClockSegments.tsx';
import { metricTitle } from '../sla/chip.ts';
import { SlaChip } from '../sla/SlaChip.tsx';
import { sentenceCase } from '../words/humanise.ts';
import { fullTime } from '../words/time.ts';
import classes from './Case.module.css';
import type { Names } from './names.ts';

interface ClocksPanelProps {
  caseId: string;
  clocks: readonly Clock[];
  tasks: readonly Task[];
  names: Names;
}

/** Every clock of the case with the sentence that explains its due time. */
export function ClocksPanel({ caseId, clocks, tasks, names }: ClocksPanelProps) {
  if (clocks.length === 0) return null;
  const titleOf = (clock: Clock) => {
    const kind = tasks.find(({ id }) => clock.scope.includes(id))?.kind;
    return kind ? `${metricTitle(clock.metric)}: ${names.task(kind)}` : metricTitle(clock.metric);
  };
  return (
    <section className="panel" aria-labelledby="clocks">
      <h2 id="clocks">Clocks</h2>
      <ul className="plain-list">
        {inOrder(clocks).map((clock) => (
          <ClockLine
            key={`${clock.metric} ${clock.scope} ${clock.startedAt}`}
            caseId={caseId}
            clock={clock}
            title={titleOf(clock)}
          />
        ))}
      </ul>
    </section>
  );
}

/** One clock; opening it tells what counted. */
function ClockLine({ caseId, clock, title }: { caseId: string; clock: Clock; title: string }) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <li className={classes.clock}>
      <div>
        <strong>{title}</strong>
        <SlaChip clock={clock} />
      </div>
      {clock.dueAt && <Text size="xs">Due {fullTime(clock.dueAt)}</Text>}
      <Text size="xs" c="dimmed">
        {sentenceCase(clock.because)}
      </Text>
      <UnstyledButton
        className={classes.why}
        onClick={toggle}
        aria-expanded={open}
        aria-label={`What counted for ${title}`}
      >
        {open ? <IconChevronDown size={13} aria-hidden /> : <IconChevronRight size={13} aria-hidden />} What counted
      </UnstyledButton>
      {open && <ClockSegments caseId={caseId} clock={clock} title={title} />}
    </li>
  );
}

const order: Readonly<Record<Clock['state'], number>> = { breached: 0, running: 1, paused: 2, met: 3, cancelled: 4 };
const inOrder = (clocks: readonly Clock[]): Clock[] => clocks.toSorted((a, b) => order[a.state] - order[b.state]);
