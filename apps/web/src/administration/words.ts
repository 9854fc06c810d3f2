import type { ClockChange, ClockRule, MoveCounts, Step } from '../api/rules.ts';
import { metricTitle } from '../sla/chip.ts';
import { counted, humanise } from '../words/humanise.ts';
import { fullTime } from '../words/time.ts';

/** A target as the office says it: `10 business days, by end of day`; by priority where it is so. */
export function targetWords(target: Record<string, unknown>): string {
  if ('normal' in target) {
    return Object.entries(target)
      .map(([priority, one]) => `${priority}: ${targetWords(one as Record<string, unknown>)}`)
      .join('; ');
  }
  const end = target.endOfDay ? ', by end of day' : '';
  if (typeof target.businessMinutes === 'number') return minutesWords(target.businessMinutes);
  if (typeof target.businessDays === 'number') return `${counted(target.businessDays, 'business day')}${end}`;
  if (typeof target.calendarDays === 'number') return `${counted(target.calendarDays, 'calendar day')}${end}`;
  return `by ${String(target.fixedOn)}`;
}

const minutesWords = (minutes: number): string =>
  minutes % 60 === 0 ? counted(minutes / 60, 'business hour') : counted(minutes, 'business minute');

export const ruleTitle = ({ metric, task }: ClockRule): string =>
  task ? `${metricTitle(metric)}: ${humanise(task).toLowerCase()}` : metricTitle(metric);

/** When a step of a ladder is reached: `at 75 %`, `60 business minutes before the due`. */
export function stepWords({ when }: Step): string {
  if (typeof when.percent === 'number') return `at ${when.percent} %`;
  const [minutes, kind] =
    typeof when.businessMinutes === 'number' ? [when.businessMinutes, 'business '] : [Number(when.wallMinutes), ''];
  if (minutes === 0) return 'at the due';
  return `${counted(Math.abs(minutes), `${kind}minute`)} ${minutes < 0 ? 'before' : 'after'} the due`;
}

/** One clock before and after, in a sentence. */
export function changeWords({ metric, before, after }: ClockChange): string {
  const title = metricTitle(metric);
  if (!before && after) return `${title} begins${after.dueAt ? `, due ${fullTime(after.dueAt)}` : ''}`;
  if (before && !after) return `${title} ends`;
  const due =
    before?.dueAt === after?.dueAt ? 'due as before' : `due ${dueWords(before?.dueAt)} → ${dueWords(after?.dueAt)}`;
  const state = before?.state === after?.state ? '' : `, ${before?.state} → ${after?.state}`;
  return `${title}: ${due}${state}`;
}

const dueWords = (due: string | null | undefined): string => (due ? fullTime(due) : 'no time yet');

/** What a move would do to all its cases, in one line. */
export function countsWords({
  cases,
  changed,
  dueEarlier,
  dueLater,
  newlyBreached,
  noLongerBreached,
}: MoveCounts): string {
  if (cases === 0) return 'No running case is concerned.';
  const parts = [
    `${counted(cases, 'running case')}; the clocks of ${changed} change`,
    `${dueEarlier} due earlier`,
    `${dueLater} due later`,
    `${newlyBreached} would stand breached`,
    `${noLongerBreached} no longer`,
  ];
  return `${parts.join(', ')}.`;
}

/** Hours of a week, days that have the same ones together: `mon–fri 08:00–12:00, 13:00–17:00`. */
export function hoursWords(hours: Record<string, readonly (readonly [string, string])[]>): string {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const runs: { first: string; last: string; text: string }[] = [];
  days.forEach((day, i) => {
    const text = (hours[day] ?? []).map(([from, to]) => `${from}–${to}`).join(', ');
    const last = runs.at(-1);
    if (text === '') return;
    if (last && last.text === text && last.last === days[i - 1]) last.last = day;
    else runs.push({ first: day, last: day, text });
  });
  return runs.map(({ first, last, text }) => `${first === last ? first : `${first}–${last}`} ${text}`).join('; ');
}
