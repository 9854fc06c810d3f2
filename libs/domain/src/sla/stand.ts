import type { ClockBook } from './book.ts';
import type { CaseState } from './case-state.ts';
import { foldCase } from './fold.ts';
import type { RunningClock } from './running-clock.ts';
import type { SlaEvent } from './types.ts';

/** A case with its clocks, each with the state that it is read from. */
export interface Stand {
  readonly state: CaseState;
  readonly clocks: readonly { readonly state: CaseState; readonly clock: RunningClock }[];
}

/**
 * How a case stands at `now` (epoch ms). A clock that has stopped is read by the calendars that were known when it
 * stopped: what a calendar is told later changes nothing that has ended. Null before the case is opened.
 */
export function standAt(history: readonly SlaEvent[], book: ClockBook, now: number): Stand | null {
  const state = foldCase(history, book, now);
  return state && { state, clocks: clocksAsEnded(state, history, book, now) };
}

function clocksAsEnded(state: CaseState, history: readonly SlaEvent[], book: ClockBook, now: number): Stand['clocks'] {
  const folded = new Map<ClockBook, CaseState>([[book, state]]);
  const stateUnder = (then: ClockBook): CaseState => {
    const found = folded.get(then) ?? foldCase(history, then, now) ?? state;
    folded.set(then, found);
    return found;
  };
  return state.clocks.map((clock, place) => {
    const then = clock.stoppedAt === null ? book : (book.asOf?.(clock.stoppedAt) ?? book);
    const was = stateUnder(then);
    // Before the stop both folds are the same, so that the clock has the same place in both.
    const same = was.clocks[place];
    return same?.startedAt === clock.startedAt ? { state: was, clock: same } : { state, clock };
  });
}
