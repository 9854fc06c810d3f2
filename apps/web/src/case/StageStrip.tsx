import { IconCheck } from '@tabler/icons-react';
import type { Case, CaseEvent, Named } from '../api/types.ts';
import classes from './Case.module.css';
import { stageStates } from './stages.ts';

interface StageStripProps {
  stages: readonly Named[];
  events: readonly CaseEvent[];
  subject: Case;
}

/** The stages of the procedure: which it went through, where it is, which it has not seen. */
export function StageStrip({ stages, events, subject }: StageStripProps) {
  if (stages.length === 0) return null;
  const states = stageStates(stages, events, subject);
  return (
    <ol className={classes.stages} aria-label="Stages">
      {stages.map(({ name, title }, at) => (
        <li key={name} data-state={states[at]} aria-current={states[at] === 'now' ? 'step' : undefined}>
          {states[at] === 'done' && <IconCheck size={14} aria-label="Done:" role="img" />}
          {title}
        </li>
      ))}
    </ol>
  );
}
