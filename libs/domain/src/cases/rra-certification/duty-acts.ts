import type { Draft } from '../../case/index.ts';
import { today } from './days.ts';
import { dutyOf } from './duty.ts';
import { filingOf } from './filing.ts';
import { detailsOf } from './intake.ts';
import { landTestOf } from './land-test.ts';

/** The duty to file and the tests of acreage limitation as they follow from what is known (A3–A5, A18, A36). */
export function findDuty(draft: Draft, from: 'year' | 'change'): void {
  const details = detailsOf(draft.state);
  const { changed, westwideAcres, duty: before, dutyFromChange } = filingOf(draft.state);
  const on = today(draft.moment);
  const duty = dutyOf(details, on, { changed, ...(westwideAcres ? { westwideAcres } : {}) });
  const since = before?.mustFile && !dutyFromChange ? 'year' : from;
  draft.emit('filing-duty', { ...duty, from: since });
  if (from === 'change' || !duty.mustFile) return;
  const land = landTestOf(details, on);
  if (!land) return;
  draft.emit('land-tested', { ...land, rules: ['A3', 'A4', 'A5', 'A10', 'F17'] });
  const { excessOnFile: parcels = [] } = details;
  if (parcels.length > 0) draft.emit('excess-designated', { by: 'landowner', on, parcels, rules: ['A7', 'A22'] });
}
