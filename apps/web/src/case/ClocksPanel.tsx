import { Text } from '@mantine/core';
import type { Clock, Task } from '../api/types.ts';
import { metricTitle } from '../sla/chip.ts';
import { SlaChip } from '../sla/SlaChip.tsx';
import { sentenceCase } from '../words/humanise.ts';
import { fullTime } from '../words/time.ts';
import classes from './Case.module.css';
import type { Names } from './names.ts';

interface ClocksPanelProps {
  clocks: readonly Clock[];
  tasks: readonly Task[];
  names: Names;
}

/** Every clock of the case with the sentence that explains its due time. */
export function ClocksPanel({ clocks, tasks, names }: ClocksPanelProps) {
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
          <li key={`${clock.metric} ${clock.scope} ${clock.startedAt}`} className={classes.clock}>
            <div>
              <strong>{titleOf(clock)}</strong>
              <SlaChip clock={clock} />
            </div>
            {clock.dueAt && <Text size="xs">Due {fullTime(clock.dueAt)}</Text>}
            <Text size="xs" c="dimmed">
              {sentenceCase(clock.because)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

const order: Readonly<Record<Clock['state'], number>> = { breached: 0, running: 1, paused: 2, met: 3, cancelled: 4 };
const inOrder = (clocks: readonly Clock[]): Clock[] => clocks.toSorted((a, b) => order[a.state] - order[b.state]);
