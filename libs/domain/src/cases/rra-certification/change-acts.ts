import type { Draft } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { changeDates } from '../../land/index.ts';
import type { CivilDate } from '../../time/index.ts';
import { today } from './days.ts';
import { findDuty } from './duty-acts.ts';
import { demandsForm, filingOf } from './filing.ts';
import { settleHolds, tell } from './hold-acts.ts';
import { detailsOf } from './intake.ts';

/**
 * A change of ownership, lease, household or percentage: told within 30 days, new standard forms within 60, no water
 * from day 61 (A21, F18); outside the season, and where title passes to a new entity or trust (A14), no delivery after
 * it before new forms. A farm operator files no new form on changes within the year (A26).
 */
export function reportChange(draft: Draft, data: FormValues, on: CivilDate): void {
  const { holder } = detailsOf(draft.state);
  const change = { changedOn: String(data.changedOn), inSeason: data.inSeason === true };
  const acres = data.westwideAcres ? { westwideAcres: String(data.westwideAcres) } : {};
  if (holder === 'farm-operator') {
    draft.emit('change-reported', { ...change, ...acres, noticeInTime: true, holdFrom: null, rules: ['A26'] });
  } else report(draft, change, acres, { on, toNewEntity: data.toNewEntity === true });
  findDuty(draft, 'change');
  settleHolds(draft);
  const open = filingOf(draft.state).changes.at(-1);
  if (open && demandsForm(filingOf(draft.state)))
    tell(draft, 'change-reported', open.formsBy ? { formsBy: open.formsBy } : {});
}

function report(
  draft: Draft,
  change: { readonly changedOn: CivilDate; readonly inSeason: boolean },
  acres: { readonly westwideAcres?: string },
  { on, toNewEntity }: { readonly on: CivilDate; readonly toNewEntity: boolean },
): void {
  const inSeason = change.inSeason && !toNewEntity;
  const { notifyBy, formsBy, holdFrom } = changeDates({ ...change, inSeason });
  draft.emit('change-reported', {
    ...change,
    inSeason,
    ...acres,
    noticeInTime: notifyBy === null || on <= notifyBy,
    ...(notifyBy ? { notifyBy } : {}),
    ...(formsBy ? { formsBy } : {}),
    holdFrom,
    rules: toNewEntity ? ['A14'] : inSeason ? ['A21', 'F18'] : ['A21'],
  });
}

/** The last day of a change has passed: from now on a hold falls unless the new form came in time (A21, F18). */
export function endChangeClock(draft: Draft): void {
  const on = today(draft.moment);
  const [first] = filingOf(draft.state).changes.filter(({ ended, holdFrom }) => !ended && holdFrom <= on);
  if (!first) return;
  const { changedOn, holdFrom } = first;
  draft.emit('change-clock-ended', { changedOn, holdFrom, rules: ['A21', 'F18'] });
  settleHolds(draft);
}
