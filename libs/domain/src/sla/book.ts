import type { CalendarBook, CompiledCalendar } from '../calendar/index.ts';
import type { ServicePolicy } from './types.ts';

/** Where the fold looks up what events name. Without a version: the one a case pins when none is said. */
export interface ClockBook {
  policy(name: string, version?: number): ServicePolicy;
  calendar(name: string): CompiledCalendar;
  /** The book as it was at an instant (epoch ms): what had ended by then is read by it. The same where nothing changed since. */
  asOf?(at: number): ClockBook;
}

/** A history or a policy names something that the book does not hold. */
export class UnknownNameError extends Error {
  readonly kind: 'policy' | 'calendar' | 'target';
  readonly wanted: string;
  /** Where in the caller's input the name stands, when it came from there. */
  readonly path: readonly (string | number)[];

  constructor(kind: 'policy' | 'calendar' | 'target', wanted: string, path: readonly (string | number)[] = []) {
    super(`there is no ${kind} ${wanted}`);
    this.name = 'UnknownNameError';
    this.path = path;
    this.kind = kind;
    this.wanted = wanted;
  }
}

/** A book over lists; of a policy's versions the last one counts when none is asked for. */
export function clockBook(policies: readonly ServicePolicy[], calendar: CalendarBook): ClockBook {
  const earlier = new Map<CalendarBook, ClockBook>();
  const book: ClockBook = {
    asOf(at) {
      const then = calendar.asOf?.(at) ?? calendar;
      if (then === calendar) return book;
      const kept = earlier.get(then) ?? clockBook(policies, then);
      earlier.set(then, kept);
      return kept;
    },
    policy(name, version) {
      const found = policies.findLast(
        (policy) => policy.name === name && (version ?? policy.version) === policy.version,
      );
      if (!found) throw new UnknownNameError('policy', version === undefined ? name : `${name} version ${version}`);
      return found;
    },
    calendar(name) {
      const found = calendar(name);
      if (!found) throw new UnknownNameError('calendar', name);
      return found;
    },
  };
  return book;
}
