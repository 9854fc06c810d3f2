import type { CivilDate } from '../../../time/index.ts';
import { calendarOf, openingOn } from '../days.ts';
import { lockDay } from '../figures.ts';
import { holdsOn, locksAtOnce } from '../holds.ts';
import { barredAndOpen, isLocked, type Look, type Step, settled, unlockable } from './course.ts';

const unlock: Step = (look) => {
  const parcels = unlockable(look);
  return parcels.length > 0 ? { move: 'unlock', facts: { parcels } } : null;
};

const lock: Step = (look) => {
  const parcels = [...toLock(look)].filter(([, from]) => from <= look.today).map(([parcel]) => parcel);
  if (parcels.length === 0) return null;
  const held = holdsOn(look.state, look.today, look.filing);
  const told = parcels.every((parcel) => locksAtOnce(held.get(parcel) ?? []));
  return { move: told ? 'lock' : 'tell-and-lock', facts: { parcels } };
};

const untilLock: Step = (look) => {
  const [next] = [...toLock(look).values()].filter((from) => from > look.today).sort();
  return next ? { move: 'wait', at: openingOn(next, look.moment.office) } : null;
};

/**
 * The held parcels that are not locked, with the day from which operations lock them: some days before the first
 * delivery; at once for a hold that arises while water runs, and for land that no form can free (F18). While no delivery
 * is known there is nothing else to lock.
 */
function toLock(look: Look): Map<string, CivilDate> {
  const { state, today, filing, moment } = look;
  const days = new Map<string, CivilDate>();
  const { firstDeliveryOn, delivered } = filing;
  const barred = barredAndOpen(look);
  const planned = firstDeliveryOn ? lockDay(firstDeliveryOn, calendarOf(moment.office)) : null;
  for (const [parcel, rules] of holdsOn(state, today, filing)) {
    const from = delivered || locksAtOnce(rules) || barred.includes(parcel) ? today : planned;
    if (from && !isLocked(look, parcel)) days.set(parcel, from);
  }
  return days;
}

export const waterSteps: readonly Step[] = [settled, unlock, lock, untilLock];
