import { addDays, laterDay, millis } from '../time/index.ts';
import { businessDayAfter } from './days.ts';
import type { Arrangement } from './facts.ts';
import { bars, type Finding, type Ground, holds, holdsFromDay, type ShutOffRule } from './rule.ts';

/** Rule B11, its days counted as F1 says: the first day of non-compliance is the first of the sixty. */
export const arrangementIsBroken: ShutOffRule = {
  rule: 'B11',
  name: 'arrangement-is-broken',
  says: 'An arrangement bars shut-off until broken for sixty days and a final notice stood for five business days.',
  find: ({ arrangement }, ground) => {
    if (!arrangement) return holds('no arrangement was made');
    if (arrangement.state === 'kept') return bars('the arrangement is kept');
    return brokenLongEnough(arrangement, ground);
  },
};

function brokenLongEnough({ brokenSince, finalPostedAt }: Arrangement, ground: Ground): Finding {
  if (!brokenSince) return bars('it is not known since when the arrangement is broken');
  if (!finalPostedAt) return bars(`broken since ${brokenSince}, and no final notice was posted`);
  const postedOn = ground.days.office.dateAt(millis(finalPostedAt));
  if (postedOn < brokenSince)
    return bars(`the final notice was posted on ${postedOn}, before the arrangement was broken`);
  const afterPosting = businessDayAfter(postedOn, ground.figures.finalPostingBusinessDays, ground.days);
  const text = `broken since ${brokenSince}, final notice posted on ${postedOn}`;
  if (afterPosting === null) return bars(text);
  return holdsFromDay(laterDay(addDays(brokenSince, ground.figures.brokenArrangementDays), afterPosting), text, ground);
}
