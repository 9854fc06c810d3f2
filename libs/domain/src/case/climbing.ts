import { clockActor, type Person } from '../people/index.ts';
import { type LadderInstant, quietHours, quietUntil, readReached } from '../sla/index.ts';
import { type Instant, instantOf, millis } from '../time/index.ts';
import type { Draft } from './draft.ts';
import type { Moment } from './moment.ts';
import { atWork, recipientsOf } from './recipients.ts';
import { carryOut } from './rung-actions.ts';
import { type CaseState, escalationKey } from './state.ts';

/** A rung that is recorded so long after its instant is marked late. */
const LATE_AFTER_MS = 60_000;

/**
 * Each rung that is reached becomes one event, does what it is there for, and is told; whoever several rungs concern
 * gets one letter about them all. What a rung does may bring the next one about, so it is looked again until none is left.
 */
export function climb(draft: Draft): void {
  const letters = new Map<string, { person: Person; rungs: LadderInstant[] }>();
  for (let acted = true; acted; ) {
    acted = false;
    for (const rung of reached(draft)) {
      for (const person of record(draft, rung)) {
        const letter = letters.get(person.username) ?? { person, rungs: [] };
        letter.rungs.push(rung);
        letters.set(person.username, letter);
      }
      acted = carryOut(draft, rung) || acted;
    }
  }
  for (const { person, rungs } of letters.values()) writeToStaff(draft, person, rungs);
}

/** The rungs of those reached that the record does not know yet. */
export function unrecorded(state: CaseState, rungs: readonly LadderInstant[]): LadderInstant[] {
  return rungs.filter((rung) => !state.escalations.has(escalationKey({ ...rung, level: rung.step.name })));
}

function reached({ state, moment }: Draft): LadderInstant[] {
  return unrecorded(state, readReached(state.history, moment.office.book, moment.now));
}

/** Records the rung, and answers whom it tells. */
function record(draft: Draft, rung: LadderInstant): readonly Person[] {
  const { state, moment } = draft;
  const told = recipientsOf(rung, atWork(state, moment.office.people, rung.scope, moment.now));
  const escalation = {
    metric: rung.metric,
    scope: rung.scope,
    clockCycle: rung.cycle,
    level: rung.step.name,
    dueAt: rung.dueAt,
    late: millis(moment.now) - millis(rung.dueAt) > LATE_AFTER_MS,
    told: told.map((person) => person.username),
  };
  draft.emit('escalated', escalation, clockActor);
  return told;
}

function writeToStaff(draft: Draft, person: Person, rungs: readonly LadderInstant[]): void {
  const [first] = rungs;
  if (!first) return;
  const levels = rungs.map((rung) => ({ metric: rung.metric, level: rung.step.name, dueAt: rung.dueAt }));
  const quiet = endOfQuiet(draft.moment);
  draft.emit(
    'message-queued',
    {
      messageId: draft.moment.newId(),
      channel: 'email',
      template: first.step.template,
      language: 'en',
      audience: 'staff',
      to: { name: person.name, address: person.email },
      data: { levels, waitsFor: waitsFor(draft.state) },
      ...(quiet ? { notBefore: quiet } : {}),
    },
    clockActor,
  );
}

/** Quiet hours delay the mail, never the record. */
function endOfQuiet({ now, office }: Moment): Instant | null {
  const { book } = office;
  const hours = quietHours.on(now.slice(0, 10));
  const end = quietUntil(millis(now), hours, book.calendar(hours.calendar));
  return end === null ? null : instantOf(end);
}

function waitsFor(state: CaseState): string {
  const open = [...state.tasks.values()].filter((task) => task.status === 'open' || task.status === 'claimed');
  return open.map((task) => `${task.kind} (${task.queue})`).join(', ');
}
