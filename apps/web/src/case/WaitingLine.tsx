import {
  IconBuildingCommunity,
  IconCircleCheck,
  IconHourglass,
  IconPlayerPause,
  IconRobot,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { Case, CaseEvent } from '../api/types.ts';
import { useNow } from '../words/useNow.ts';
import classes from './Case.module.css';
import type { Names } from './names.ts';
import { type WaitsOn, waitingOf } from './waiting.ts';

const icons: Readonly<Record<WaitsOn, typeof IconHourglass>> = {
  nobody: IconUserQuestion,
  hold: IconPlayerPause,
  department: IconBuildingCommunity,
  world: IconHourglass,
  procedure: IconRobot,
  ended: IconCircleCheck,
};

/** What the case waits for, in words, above everything else. */
export function WaitingLine({ subject, events, names }: { subject: Case; events: CaseEvent[]; names: Names }) {
  const now = useNow();
  return (
    <section className={classes.waiting} aria-label="What the case waits for">
      {waitingOf(subject, events, names, now).map(({ on, words }) => {
        const Icon = icons[on];
        return (
          <p key={words} data-on={on}>
            <Icon size={18} aria-hidden />
            <span>{words}</span>
          </p>
        );
      })}
    </section>
  );
}
