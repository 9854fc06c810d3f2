/** The open time of one UTC year: sorted intervals in epoch ms, and how much was open before each. */
export interface OpenYear {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** `before[i]` ms of the year were open before interval i; the last entry is the year's total. */
  readonly before: readonly number[];
}

/** The span of years a calendar is asked about; an instant outside has no business time. */
export const firstYear = 1970;
export const lastYear = 2200;
/** A target that is not filled within so many years is never due, nor is one on a calendar shut for so many. */
const patienceYears = 40;
const shutYears = 3;

/** Open time by binary search over years that are compiled when first asked for. */
export interface OpenTime {
  /** Open ms between two instants; negative when `to` is earlier. */
  between(from: number, to: number): number;
  /** The earliest instant at which `amount` ms have been open since `from` (before it, when negative); null: never. */
  add(from: number, amount: number): number | null;
  /** `from` itself when open, else the next opening; null: never. */
  nextOpening(from: number): number | null;
  isOpen(at: number): boolean;
}

export function openTime(yearOf: (year: number) => OpenYear): OpenTime {
  const years: (OpenYear | undefined)[] = [];
  const open = (year: number): OpenYear => {
    if (year < firstYear || year > lastYear) return nothing;
    const place = year - firstYear;
    years[place] ??= yearOf(year);
    return years[place];
  };
  return {
    between: (from, to) => (to < from ? -between(open, to, from) : between(open, from, to)),
    add: (from, amount) => (amount < 0 ? goBack(open, from, -amount) : goOn(open, from, amount)),
    nextOpening: (from) => nextOpening(open, from),
    isOpen: (at) => nextOpening(open, at, 0) === at,
  };
}

type Years = (year: number) => OpenYear;
const nothing: OpenYear = { starts: [], ends: [], before: [0] };

function between(open: Years, from: number, to: number): number {
  const first = utcYear(from);
  const last = utcYear(to);
  let sum = openBefore(open(last), to) - openBefore(open(first), from);
  for (let year = first; year < last; year += 1) sum += total(open(year));
  return sum;
}

function goOn(open: Years, from: number, amount: number): number | null {
  if (amount === 0) return from;
  const first = utcYear(from);
  let wanted = openBefore(open(first), from) + amount;
  for (let year = first, shut = 0; year <= Math.min(first + patienceYears, lastYear) && shut <= shutYears; year += 1) {
    const here = open(year);
    if (wanted <= total(here)) return filledAt(here, wanted);
    wanted -= total(here);
    shut = total(here) === 0 ? shut + 1 : 0;
  }
  return null;
}

function goBack(open: Years, from: number, amount: number): number | null {
  const first = utcYear(from);
  let wanted = openBefore(open(first), from) - amount;
  for (let year = first, shut = 0; year >= Math.max(first - patienceYears, firstYear) && shut <= shutYears; year -= 1) {
    if (wanted > 0) return filledAt(open(year), wanted);
    wanted += total(open(year - 1));
    shut = total(open(year - 1)) === 0 ? shut + 1 : 0;
  }
  return null;
}

function nextOpening(open: Years, from: number, patience = shutYears): number | null {
  const first = utcYear(from);
  for (let year = first; year <= Math.min(first + patience, lastYear); year += 1) {
    const here = open(year);
    const i = intervalsBegunBy(here, from) - 1;
    if (i >= 0 && from < here.ends[i]!) return from;
    const next = here.starts[i + 1];
    if (next !== undefined) return next;
  }
  return null;
}

function total(year: OpenYear): number {
  return year.before[year.starts.length]!;
}

function openBefore(year: OpenYear, at: number): number {
  const i = intervalsBegunBy(year, at) - 1;
  return i < 0 ? 0 : year.before[i]! + Math.min(at, year.ends[i]!) - year.starts[i]!;
}

/** The earliest instant at which `amount` > 0 of the year's open time has passed: a closing, never the next opening. */
function filledAt(year: OpenYear, amount: number): number {
  let low = 0;
  let high = year.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (year.before[middle]! < amount) low = middle;
    else high = middle - 1;
  }
  return year.starts[low]! + amount - year.before[low]!;
}

function intervalsBegunBy(year: OpenYear, at: number): number {
  let low = 0;
  let high = year.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (year.starts[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The year asked for last: most questions follow one another in the same year. */
let asked = { year: firstYear, from: Date.UTC(firstYear), to: Date.UTC(firstYear + 1) };

function utcYear(ms: number): number {
  if (ms < asked.from || ms >= asked.to) {
    const year = new Date(ms).getUTCFullYear();
    asked = { year, from: Date.UTC(year), to: Date.UTC(year + 1) };
  }
  return asked.year;
}
