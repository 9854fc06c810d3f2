import { clockActor, type Person } from '../people/index.ts';
import { type Clock, type LadderInstant, readClocks } from '../sla/index.ts';
import { earliestOf, type Instant, millis } from '../time/index.ts';
import type { Tick } from './commands.ts';
import type { Draft } from './draft.ts';
import type { Office } from './moment.ts';
import { recipientsOf } from './recipients.ts';
import { type CaseState, escalationKey, isActive } from './state.ts';

/** Everything that is due by now takes place: holds and waits that end, rungs of the ladder that are reached. */
export function tick(draft: Draft, _command: Tick): void {
  if (!isActive(draft.state)) return;
  const { now } = draft.moment;
  const due = (until: Instant | null | undefined) => until != null && millis(until) <= millis(now);
  if (due(draft.state.hold?.until)) draft.emit('resumed', { why: 'term-ended' }, clockActor);
  for (const wait of [...draft.state.waits.values()]) {
    if (wait.ended || !isOfThisCycle(draft.state, wait.step) || !due(wait.until)) continue;
    draft.emit('wait-ended', { step: wait.step, by: 'time', kind: null, data: {} }, clockActor);
  }
  for (const term of termsOf(draft.state, draft.moment.office)) if (due(term.at)) term.comes(draft);
  if (!isActive(draft.state)) return;
  escalate(draft, unrecorded(draft.state, readClocks(draft.state.history, draft.moment.office.book, now).reached));
}

/** What lies ahead of a case if nothing happens: its clocks, and when it next needs a tick. */
export interface Forecast {
  readonly clocks: readonly Clock[];
  readonly nextDeadline: Instant | null;
  /** The earliest due instant among the running clocks. */
  readonly nextDueAt: Instant | null;
  /** The instant from which one of its clocks at least stands breached, past or to come. */
  readonly breachedAt: Instant | null;
}

export function forecast(state: CaseState, office: Office, now: Instant): Forecast {
  const { clocks, reached, nextAt } = readClocks(state.history, office.book, now);
  const active = isActive(state);
  const running = clocks.filter((clock) => active && clock.stoppedAt === null && clock.dueAt !== null);
  const waits = [...state.waits.values()].filter((wait) => !wait.ended && isOfThisCycle(state, wait.step));
  const terms = active ? termsOf(state, office).map((term) => term.at) : [];
  const rungs = unrecorded(state, reached).map((rung) => rung.dueAt);
  return {
    clocks,
    nextDeadline: active
      ? earliestOf([nextAt, state.hold?.until, ...waits.map((wait) => wait.until), ...rungs, ...terms])
      : null,
    nextDueAt: earliestOf(running.map((clock) => clock.dueAt)),
    breachedAt: earliestOf(clocks.filter(isOrWillBeBreached).map((clock) => clock.dueAt)),
  };
}

const isOrWillBeBreached = ({ state }: Clock): boolean => state === 'breached' || state === 'running';

const termsOf = (state: CaseState, office: Office) => office.definition(state.type)?.terms?.(state, office) ?? [];

const LATE_AFTER_MS = 60_000;

/** Each rung is one event; whoever several rungs concern gets one letter about them all. */
function escalate(draft: Draft, rungs: readonly LadderInstant[]): void {
  const letters = new Map<string, { person: Person; rungs: LadderInstant[] }>();
  for (const rung of rungs) {
    const told = recipientsOf(draft.state, draft.moment.office.people, rung);
    draft.emit('escalated', escalation(rung, draft.moment.now, told), clockActor);
    for (const person of told) {
      const letter = letters.get(person.username) ?? { person, rungs: [] };
      letter.rungs.push(rung);
      letters.set(person.username, letter);
    }
  }
  for (const letter of letters.values()) writeToStaff(draft, letter.person, letter.rungs);
}

function escalation(rung: LadderInstant, now: Instant, told: readonly Person[]) {
  return {
    metric: rung.metric,
    scope: rung.scope,
    clockCycle: rung.cycle,
    level: rung.step.name,
    dueAt: rung.dueAt,
    late: millis(now) - millis(rung.dueAt) > LATE_AFTER_MS,
    told: told.map((person) => person.username),
  };
}

function writeToStaff(draft: Draft, person: Person, rungs: readonly LadderInstant[]): void {
  const [first] = rungs;
  if (!first) return;
  const levels = rungs.map((rung) => ({ metric: rung.metric, level: rung.step.name, dueAt: rung.dueAt }));
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
    },
    clockActor,
  );
}

function waitsFor(state: CaseState): string {
  const open = [...state.tasks.values()].filter((task) => task.status === 'open' || task.status === 'claimed');
  return open.map((task) => `${task.kind} (${task.queue})`).join(', ');
}

function unrecorded(state: CaseState, reached: readonly LadderInstant[]): LadderInstant[] {
  return reached.filter((rung) => !state.escalations.has(escalationKey({ ...rung, level: rung.step.name })));
}

const isOfThisCycle = (state: CaseState, step: string): boolean => step.startsWith(`c${state.cycle}/`);
