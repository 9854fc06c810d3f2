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

export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

export function laterOf(a: Instant, b: Instant): Instant {
  return millis(a) >= millis(b) ? a : b;
}

/** The earliest of the instants that are given, or null when none is. */
export function earliestOf(instants: readonly (Instant | null | undefined)[]): Instant | null {
  const known = instants.filter((i): i is Instant => i != null);
  return known.length === 0 ? null : known.reduce((a, b) => (millis(a) <= millis(b) ? a : b));
}
