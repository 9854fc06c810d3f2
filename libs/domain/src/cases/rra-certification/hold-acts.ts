import { type Draft, isActive, isWaitingForWork, takePlace, writeLetter } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { laterDay } from '../../time/index.ts';
import { today } from './days.ts';
import { filingOf } from './filing.ts';
import { type Holds, holdsOn, locksAtOnce } from './holds.ts';
import { detailsOf } from './intake.ts';

/** The landholder hears of it in the same transaction. */
export function tell(draft: Draft, letter: string, data: FormValues = {}): void {
  writeLetter(draft, { letter: `${draft.definition.type}/${letter}`, data });
}

/**
 * Brings the record's holds to what the law says at this moment: parcels newly held, and parcels freed at once, in
 * the transaction of what caused it (F16). Work that has lost its ground is withdrawn.
 */
export function settleHolds(draft: Draft): void {
  const before = filingOf(draft.state).held;
  const now = holdsOn(draft.state, today(draft.moment));
  const lifted = [...before.keys()].filter((parcel) => !now.has(parcel));
  const fallen = [...now].filter(([parcel, rules]) => before.get(parcel)?.join() !== rules.join());
  if (lifted.length === 0 && fallen.length === 0) return;
  if (lifted.length > 0) lift(draft, lifted);
  hold(draft, new Map(fallen));
  withdrawGroundless(draft, now);
  if (isAwaited(draft)) takePlace(draft, 'hold-changed', {});
}

function lift(draft: Draft, parcels: readonly string[]): void {
  const { formYear } = detailsOf(draft.state);
  const rules = filingOf(draft.state).exempt ? ['A36'] : ['F16'];
  draft.emit('delivery-hold-lifted', { parcels, formYear, rules });
  if (isActive(draft.state) && isWritten(draft, 'hold')) tell(draft, 'hold-lifted', { parcels });
}

/** One event for each set of rules; a hold that falls while water may run is told at once. */
function hold(draft: Draft, fallen: Holds): void {
  const { formYear } = detailsOf(draft.state);
  const from = laterDay(today(draft.moment), `${formYear}-01-01`);
  for (const [, group] of Map.groupBy(fallen, ([, rules]) => rules.join())) {
    const parcels = group.map(([parcel]) => parcel);
    const rules = group[0]?.[1] ?? [];
    draft.emit('delivery-held', { parcels, rules, formYear, from });
    if (locksAtOnce(rules)) tell(draft, 'hold', { parcels, rules });
  }
}

/** An unlock of a parcel that is held, and a lock of parcels that are free, have lost their ground. */
function withdrawGroundless(draft: Draft, now: Holds): void {
  for (const task of [...draft.state.tasks.values()].filter(isWaitingForWork)) {
    const parcels = (task.facts.parcels ?? []) as readonly string[];
    const held = parcels.filter((parcel) => now.has(parcel)).length;
    const groundless =
      (task.kind === 'unlock-turnouts' && held > 0) || (task.kind === 'lock-turnouts' && held < parcels.length);
    if (groundless) draft.emit('task-withdrawn', { taskId: task.id, step: task.step, reason: 'the hold has changed' });
  }
}

function isAwaited({ state }: Draft): boolean {
  return [...state.waits.values()].some(({ ended, kinds }) => !ended && kinds.includes('hold-changed'));
}

export function isWritten({ state }: Pick<Draft, 'state'>, letter: string): boolean {
  return [...state.messages.values()].some(({ template }) => template === `rra-certification/${letter}`);
}
