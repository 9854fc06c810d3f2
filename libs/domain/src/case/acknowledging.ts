import { type CompiledCalendar, dueOf, type Target } from '../calendar/index.ts';
import {
  acknowledgementTerm,
  type ClockReading,
  type LadderInstant,
  longestAcknowledgement,
  readClocks,
} from '../sla/index.ts';
import { type Instant, instantOf, millis } from '../time/index.ts';
import type { StaffCommand } from './commands.ts';
import type { Draft } from './draft.ts';
import { refuse, wrong } from './refusal.ts';
import { escalationKey } from './state.ts';

type Asked = Extract<StaffCommand, { kind: 'acknowledge-escalation' }>;

/** Takes up what has been escalated: the ladder climbs no further until the term is over, and goes on then. */
export function acknowledgeEscalation(draft: Draft, asked: Asked): void {
  const rung = lastRecorded(draft, asked);
  if (!rung) refuse('nothing-escalated', 'No clock that runs has escalated: there is nothing to acknowledge.');
  draft.emit('escalation-acknowledged', {
    metric: asked.metric ?? null,
    scope: asked.scope ?? null,
    level: rung.step.name,
    until: endOfTerm(draft, asked, rung),
  });
}

/** The last rung that was recorded of the clocks that are meant and still run. */
function lastRecorded({ state, moment }: Draft, { metric, scope }: Asked): LadderInstant | undefined {
  const reading = readClocks(state.history, moment.office.book, moment.now);
  return reading.reached.findLast(
    (rung) =>
      (metric === undefined || rung.metric === metric) &&
      (scope === undefined || rung.scope === scope) &&
      state.escalations.has(escalationKey({ ...rung, level: rung.step.name })) &&
      runs(reading, rung),
  );
}

function runs({ clocks }: ClockReading, rung: LadderInstant): boolean {
  return clocks.some(
    (clock) =>
      clock.stoppedAt === null &&
      clock.metric === rung.metric &&
      clock.scope === rung.scope &&
      clock.cycle === rung.cycle,
  );
}

function endOfTerm({ state, moment }: Draft, { until, term }: Asked, { step }: LadderInstant): Instant {
  const { book } = moment.office;
  const policy = book.policy(state.policy.name, state.policy.version);
  const calendar = book.calendar(policy.calendar);
  const now = millis(moment.now);
  if (until !== undefined) return bounded('until', millis(until), now, calendar);
  if (term !== undefined) return bounded('term', after(term, now, calendar), now, calendar);
  const usual = step.acknowledgedFor ?? policy.acknowledgedFor ?? acknowledgementTerm.on(calendar.dateAt(now));
  return instantOf(after(usual, now, calendar));
}

/** What a person asks for ends after now, and not later than the office lets anybody halt a ladder. */
function bounded(field: 'until' | 'term', end: number, now: number, calendar: CompiledCalendar): Instant {
  if (end <= now) wrong(field, 'the term must end after now');
  const latest = after(longestAcknowledgement.on(calendar.dateAt(now)), now, calendar);
  if (end > latest) wrong(field, `no later than ${instantOf(latest)}: nobody halts a ladder for longer`);
  return instantOf(end);
}

/** Where the calendar does not open the term is over at once. */
const after = (term: Target, now: number, calendar: CompiledCalendar): number => dueOf(term, now, calendar) ?? now;
