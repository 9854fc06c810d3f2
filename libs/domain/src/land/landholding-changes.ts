import type { CivilDate } from '../time/index.ts';
import type { LandRegister } from './land-register.ts';

/** The latest day on which each landholder's own land or interests changed. */
export type ChangeDays = ReadonlyMap<string, CivilDate>;

/**
 * The latest change of what counts as a landholder's: their own, their household's, and that of every entity and trust
 * they have an interest in (A11, A14, A21). Null when nothing is known to have changed.
 */
export function lastChangeOf(register: LandRegister, changes: ChangeDays, landholder: string): CivilDate | null {
  const days = [...countedWith(register, landholder)].flatMap((id) => changes.get(id) ?? []);
  return days.reduce<CivilDate | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** Everybody whose land counts with a landholder's, themselves among them. */
function countedWith(register: LandRegister, landholder: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...register.householdOf(landholder)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const interests = register.landholder(id)?.interests ?? [];
    waiting.push(...interests.map((interest) => interest.in), ...register.trustsRevocableBy(id));
  }
  return found;
}
