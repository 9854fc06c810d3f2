import { nextShutOffMoment, shutOffFiguresOn } from '../../../delinquency/index.ts';
import { addDays, type CivilDate, instantOf, millis } from '../../../time/index.ts';
import type { Found, Look, Step } from './course.ts';
import { laterThan, openingOn, wait } from './waiting.ts';

const twoDaysMs = 48 * 3_600_000;

/** A broken arrangement: the conditions of cure, two days at least, sixty days, then the final posting (rules F9, B11). */
export const broken: Step = (look) => {
  const { arrangement } = look.facts;
  const since = arrangement?.brokenSince;
  if (arrangement?.state !== 'broken' || !since) return null;
  const told = look.c.arrangement?.cureNoticeAt;
  if (!told || look.days.office.dateAt(millis(told)) < since)
    return { move: 'tell-cure', why: `broken since ${since}` };
  return arrangement.finalPostedAt ? null : posting(since, told, look);
};

function posting(since: CivilDate, told: string, look: Look): Found {
  const cured = instantOf(nextShutOffMoment(millis(told) + twoDaysMs, look.days) ?? millis(look.now));
  if (laterThan(cured, look)) return wait(cured, 'time to cure');
  const sixty = openingOn(addDays(since, shutOffFiguresOn(look.today).brokenArrangementDays), look);
  if (laterThan(sixty, look)) return wait(sixty, `broken since ${since}`);
  return { move: 'post-final-notice', why: `broken since ${since}` };
}
