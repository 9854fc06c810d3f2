import { clockActor } from '../people/index.ts';
import { type Clock, readClocks } from '../sla/index.ts';
import { earliestOf, type Instant, millis } from '../time/index.ts';
import { climb, unrecorded } from './climbing.ts';
import type { Tick } from './commands.ts';
import type { Draft } from './draft.ts';
import { endOfHold, whyItEnds } from './holding.ts';
import type { Office } from './moment.ts';
import { type CaseState, isActive } from './state.ts';

/** Everything that is due by now takes place: holds and waits that end, rungs of the ladder that are reached. */
export function tick(draft: Draft, _command: Tick): void {
  if (!isActive(draft.state)) return;
  const { now } = draft.moment;
  const due = (until: Instant | null | undefined) => until != null && millis(until) <= millis(now);
  const { hold } = draft.state;
  if (hold && due(endOfHold(hold))) draft.emit('resumed', { why: whyItEnds(hold) }, clockActor);
  for (const wait of [...draft.state.waits.values()]) {
    if (wait.ended || !isOfThisCycle(draft.state, wait.step) || !due(wait.until)) continue;
    draft.emit('wait-ended', { step: wait.step, by: 'time', kind: null, data: {} }, clockActor);
  }
  for (const term of termsOf(draft.state, draft.moment.office)) if (due(term.at)) term.comes(draft);
  if (!isActive(draft.state)) return;
  climb(draft);
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
      ? earliestOf([nextAt, endOfHold(state.hold), ...waits.map((wait) => wait.until), ...rungs, ...terms])
      : null,
    nextDueAt: earliestOf(running.map((clock) => clock.dueAt)),
    breachedAt: earliestOf(clocks.filter(isOrWillBeBreached).map((clock) => clock.dueAt)),
  };
}

const isOrWillBeBreached = ({ state }: Clock): boolean => state === 'breached' || state === 'running';

const termsOf = (state: CaseState, office: Office) => office.definition(state.type)?.terms?.(state, office) ?? [];

const isOfThisCycle = (state: CaseState, step: string): boolean => step.startsWith(`c${state.cycle}/`);
