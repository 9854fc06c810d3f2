import { dueOf } from '../calendar/index.ts';
import { type Instant, instantOf, millis } from '../time/index.ts';
import { mustBeActive } from './checks.ts';
import type { ProcedureCommand, WaitEnd } from './commands.ts';
import type { Acts } from './decide.ts';
import type { Draft } from './draft.ts';
import { resolveCase } from './endings.ts';
import { forbid } from './refusal.ts';
import { mustPassGate, taskDefinition } from './task-acts.ts';
import { writeLetter } from './writing.ts';

export const procedureActs: Acts<ProcedureCommand> = {
  'enter-stage'(draft, { step, stage }) {
    mustProceed(draft);
    draft.emit('stage-entered', { step, stage });
  },

  record(draft, { step, outcome }) {
    mustProceed(draft);
    draft.emit('step-recorded', { step, outcome });
  },

  'hand-off'(draft, { step, task, facts, queue }) {
    mustProceed(draft);
    mustPassGate(draft, task, 'open');
    draft.emit('task-opened', {
      taskId: draft.moment.newId(),
      step,
      kind: task,
      visit: Number(step.split('#').at(-1)),
      queue: queue ?? taskDefinition(draft, task).queue,
      facts,
      askedBy: decider(draft),
    });
  },

  await(draft, { step, happenings, until, after = 0 }) {
    mustProceed(draft);
    const kinds = happenings === 'anything' ? Object.keys(draft.definition.happenings) : happenings;
    draft.emit('wait-begun', { step, kinds, until: until && endOf(draft, until) });
    const { happenings: heard, cycle } = draft.state;
    const earlier = heard.filter((each) => each.cycle === cycle && kinds.includes(each.kind))[after];
    if (earlier) draft.emit('wait-ended', { step, by: 'happening', kind: earlier.kind, data: earlier.data });
  },

  write(draft, { step, letter, data, to }) {
    mustProceed(draft);
    writeLetter(draft, { step, letter: `${draft.definition.type}/${letter}`, data, ...(to ? { to } : {}) });
  },

  conclude(draft, { step, outcome, letter, data }) {
    mustProceed(draft);
    if (letter)
      writeLetter(draft, {
        step: `${step}/letter`,
        letter: `${draft.definition.type}/${letter}`,
        data: { ...data, outcome },
      });
    resolveCase(draft, { outcome, note: '', step });
  },
};

/** Who stands for the case's decisions: its assignee, or the member of staff who opened it. */
export function decider(draft: Draft): string | null {
  const { assignee, openedBy } = draft.state;
  return assignee ?? (openedBy.kind === 'staff' ? openedBy.name : null);
}

function mustProceed(draft: Draft): void {
  if (draft.actor.kind !== 'procedure') forbid('Only the procedure takes its steps.');
  mustBeActive(draft);
}

/** A term ends with its last day: the office's closing, or midnight of a day on which it does not open. */
function endOf({ state, moment }: Draft, until: WaitEnd): Instant {
  if ('at' in until) return until.at;
  const { book } = moment.office;
  const calendar = book.calendar(book.policy(state.policy.name, state.policy.version).calendar);
  const end = dueOf({ ...until, endOfDay: true }, millis(moment.now), calendar);
  if (end === null) throw new Error(`the calendar ${calendar.name} never opens`);
  return instantOf(end);
}
