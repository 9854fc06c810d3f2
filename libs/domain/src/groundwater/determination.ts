import { type Decimal, decimal, minOf } from '../money/index.ts';
import { addDays, type CivilDate } from '../time/index.ts';
import { protestDays } from './figures.ts';

/** Why the district fixes a production itself (C12). */
export type Doubt =
  | { readonly kind: 'no-statement' }
  | { readonly kind: 'statement-doubted' }
  /** A permanently attached meter is presumed right; the district must show that it is not. */
  | { readonly kind: 'meter-doubted'; readonly districtHasShownError: boolean };

export type Determination =
  | { readonly kind: 'fixed'; readonly productionAf: Decimal; readonly cappedAtCapacity: boolean }
  | { readonly kind: 'refused'; readonly rule: 'C12'; readonly text: string };

/** The production that the district may fix: what it found, never above the facility's maximum capacity (C12). */
export function determineProduction(doubt: Doubt, foundAf: string, maximumCapacityAf: string): Determination {
  if (doubt.kind === 'meter-doubted' && !doubt.districtHasShownError) {
    return { kind: 'refused', rule: 'C12', text: 'A permanently attached meter is presumed right' };
  }
  const [found, capacity] = [decimal(foundAf), decimal(maximumCapacityAf)];
  return { kind: 'fixed', productionAf: minOf(found, capacity), cappedAtCapacity: found.gt(capacity) };
}

/** The last day for a written protest, counted from the mailing of the determination (C13, F21). */
export function protestThrough(mailedOn: CivilDate): CivilDate {
  return addDays(mailedOn, protestDays.on(mailedOn));
}

/** Where a determination stands on a day (C13). */
export function determinationStands(
  mailedOn: CivilDate,
  protestedOn: CivilDate | null,
  on: CivilDate,
): 'open-to-protest' | 'board-hearing' | 'conclusive' {
  const through = protestThrough(mailedOn);
  if (protestedOn !== null && protestedOn <= through) return 'board-hearing';
  return on <= through ? 'open-to-protest' : 'conclusive';
}
