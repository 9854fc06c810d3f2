import { setting } from '../settings/index.ts';
import { addDays, type CivilDate } from '../time/index.ts';

/** In time for review by the review manager: a complaint after the disputed bill, an extension after the notice. */
export const reviewWindows = setting('review-windows', {
  value: { complaintDays: 5, extensionDays: 13, mailDays: 5 },
  unit: 'days after the bill was received; days after the notice was mailed; days that mail is taken to need',
  from: '2000-01-01',
  rule: 'B17',
  source: 'Gov. Code 60372(c)',
  confirmed: true,
});

/** The last day for a complaint that must be reviewed. */
export function complaintInTimeThrough(billReceivedOn: CivilDate): CivilDate {
  return addDays(billReceivedOn, reviewWindows.on(billReceivedOn).complaintDays);
}

/** The last day for a request of more time that must be reviewed. */
export function extensionInTimeThrough(noticeMailedOn: CivilDate): CivilDate {
  return addDays(noticeMailedOn, reviewWindows.on(noticeMailedOn).extensionDays);
}

/** What the windows of review count from. */
export interface ReviewGround {
  readonly billMailedOn: CivilDate;
  readonly noticeMailedOn?: CivilDate;
}

/**
 * Whether a complaint or an appeal came in time for the review that the law prescribes (rule B17). One that came later
 * is heard too, and bars the shut-off all the same while it is pending (rule B9).
 */
export function isInTimeForReview({ billMailedOn, noticeMailedOn }: ReviewGround, on: CivilDate): boolean {
  const received = addDays(billMailedOn, reviewWindows.on(billMailedOn).mailDays);
  const afterNotice = noticeMailedOn !== undefined && on <= extensionInTimeThrough(noticeMailedOn);
  return on <= complaintInTimeThrough(received) || afterNotice;
}

/** The review manager is another person than the one who decided (rule F11). */
export function mayReview(reviewer: string, decider: string): boolean {
  return reviewer !== decider;
}
