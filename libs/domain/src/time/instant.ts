/** An instant as ISO 8601 with offset, for example `2027-04-01T16:00:00.000Z`. Events and API carry these. */
export type Instant = string;
/** A civil date `YYYY-MM-DD`, in the district's time zone. */
export type CivilDate = string;

/** Milliseconds since 1970-01-01T00:00Z. Throws RangeError on text that is no instant. */
export function millis(instant: Instant): number {
  const value = Date.parse(instant);
  if (Number.isNaN(value)) throw new RangeError(`not an instant: ${instant}`);
  return value;
}

const dayMs = 86_400_000;
/** Up to the end of 2199, as far as calendars go, each date is written once: clocks tell the same few days over and over. */
const lastMs = Date.UTC(2200) - 1;
const dates: string[] = [];

/** The same as `new Date(ms).toISOString()`, several times as fast. Throws RangeError on what is no instant. */
export function instantOf(ms: number): Instant {
  if (!(ms >= 0 && ms <= lastMs)) return new Date(ms).toISOString();
  const day = Math.floor(ms / dayMs);
  dates[day] ??= new Date(day * dayMs).toISOString().slice(0, 11);
  const rest = Math.floor(ms) - day * dayMs;
  const seconds = Math.floor(rest / 1_000);
  const minutes = Math.floor(seconds / 60);
  const millisecond = String(rest - seconds * 1_000).padStart(3, '0');
  return `${dates[day]}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}.${millisecond}Z`;
}

const two = (part: number): string => (part < 10 ? `0${part}` : `${part}`);

export function laterOf(a: Instant, b: Instant): Instant {
  return millis(a) >= millis(b) ? a : b;
}

/** The earliest of the instants that are given, or null when none is. */
export function earliestOf(instants: readonly (Instant | null | undefined)[]): Instant | null {
  const known = instants.filter((i): i is Instant => i != null);
  return known.length === 0 ? null : known.reduce((a, b) => (millis(a) <= millis(b) ? a : b));
}
