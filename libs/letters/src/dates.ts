import { localeOf } from './languages.ts';
import { LetterFault } from './letter-fault.ts';

const districtZone = 'America/Los_Angeles';

/** A civil date, or the day of an instant where the district is, as the language writes it. */
export function date(value: unknown, language: string): string {
  const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return format(value, language, { dateStyle: 'long', timeZone: isDay ? 'UTC' : districtZone });
}

export function dateTime(value: unknown, language: string): string {
  return format(value, language, { dateStyle: 'long', timeStyle: 'short', timeZone: districtZone });
}

/** A billing period `YYYY-MM`. */
export function month(value: unknown, language: string): string {
  return format(`${String(value)}-01`, language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
}

function format(value: unknown, language: string, options: Intl.DateTimeFormatOptions): string {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new LetterFault('bad-fact', `not a date: ${String(value).slice(0, 40)}`);
  return new Intl.DateTimeFormat(localeOf(language), options).format(at);
}
