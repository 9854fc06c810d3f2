import { type Instant, millis } from '../time/index.ts';
import type { Person } from './actor.ts';

/** Away from the first instant of the absence on, back at its last. */
export function isAway({ absence }: Person, now: Instant): boolean {
  return absence !== undefined && millis(absence.from) <= millis(now) && millis(now) < millis(absence.until);
}

/** The person, or while they are away their deputy, or that one's; null when nobody of them is there. */
export function presentOf(person: Person, people: readonly Person[], now: Instant): Person | null {
  const asked = new Set<string>();
  let found: Person | undefined = person;
  while (found && isAway(found, now) && !asked.has(found.username)) {
    asked.add(found.username);
    const deputy: string | null = found.absence?.deputy ?? null;
    found = people.find(({ username }) => username === deputy);
  }
  return found && !isAway(found, now) ? found : null;
}
