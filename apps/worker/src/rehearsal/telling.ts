import { districtZone } from '@headgate/domain/calendar';
import type { TimelineEntry } from './rehearse.ts';

const format = new Intl.DateTimeFormat('en-US', {
  timeZone: districtZone,
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The timeline as lines to read, in the district's time. */
export function told(timeline: readonly TimelineEntry[]): string {
  return timeline
    .map(({ at, event, data }) => `${format.format(new Date(at))}  ${event.padEnd(20)} ${inBrief(data)}\n`)
    .join('');
}

function inBrief(data: unknown): string {
  const said = Object.entries(data as Record<string, unknown>).filter(
    ([key, value]) => !isIdentifier(key) && value !== null,
  );
  return said.map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' ');
}

const isIdentifier = (key: string): boolean => ['taskId', 'messageId', 'step'].includes(key);
