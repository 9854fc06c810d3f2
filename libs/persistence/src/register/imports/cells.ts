import { meterSizeOf } from '@headgate/domain/metering';
import { type CivilDate, dayNumber, isCivilDate } from '@headgate/domain/time';
import { z } from 'zod';

/** Why a cell cannot be taken. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

const fault = (code: string, message: string): Fault => ({ code, message });
const isFault = (read: unknown): read is Fault => typeof read === 'object' && read !== null && 'code' in read;

/** A cell read by `read`, once it is known to be clean text. An empty cell is `whenEmpty`, or a fault without one. */
function cell<T>(read: (text: string) => T | Fault, ...whenEmpty: [T] | []) {
  return z.string().transform((raw, context): T => {
    const outcome = readCell(raw, read, whenEmpty);
    if (!isFault(outcome)) return outcome;
    context.issues.push({ code: 'custom', message: outcome.message, params: { code: outcome.code }, input: raw });
    return z.NEVER;
  });
}

const LONGEST = 400;

function readCell<T>(raw: string, read: (text: string) => T | Fault, whenEmpty: readonly T[]): T | Fault {
  const text = raw.trim();
  if (text === '') return whenEmpty.length > 0 ? (whenEmpty[0] as T) : fault('missing', 'must not be empty');
  if (text.length > LONGEST) return fault('too-long', `must not be longer than ${LONGEST} characters`);
  if (hasControlCharacter(text)) return fault('control-character', 'holds a control character');
  return read(text);
}

/** Line breaks and tabs may stand in an address; what else is below the space has no business in a register. */
function hasControlCharacter(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text);
}

/** Text as it stands: what looks like a formula is text here, and made harmless where it is exported. */
export const text = () => cell((value) => value);
export const textOr = (whenEmpty: string) => cell((value) => value, whenEmpty);
export const optionalText = () => cell<string | null>((value) => value, null);

/** A short name by which the district's systems know a thing: account, meter, reference. */
export const key = () =>
  cell((value) =>
    /^[\p{L}\p{N}][\p{L}\p{N} ._/#-]{0,59}$/u.test(value)
      ? value
      : fault('not-a-key', 'letters, digits and . _ / # - only'),
  );

/** What the register of land knows a landholder or a parcel by: `lh-0042`, `APN-020-110-003`. */
export const registerId = () => cell(readRegisterId);
export const optionalRegisterId = () => cell<string | null>(readRegisterId, null);

function readRegisterId(value: string): string | Fault {
  return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,59}$/.test(value)
    ? value
    : fault('not-an-id', 'letters, digits and . _ : - only, such as lh-0042');
}

/** Several things in one cell, parted by semicolons. */
export const listOf = <T>(read: (part: string) => T | Fault) =>
  cell<readonly T[]>((value) => {
    const parts = value
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean)
      .map(read);
    const wrong = parts.find(isFault);
    return wrong ?? (parts as T[]);
  }, []);

export const registerIds = () => listOf(readRegisterId);

/** Parts of others: `lh-0042=0.25; lh-0043=1`. */
export const shares = () =>
  listOf((part): { readonly in: string; readonly share: string } | Fault => {
    const [id = '', share = '', ...rest] = part.split('=').map((each) => each.trim());
    const known = readRegisterId(id);
    if (isFault(known)) return known;
    const read = readShare(share);
    return rest.length > 0 || isFault(read)
      ? fault('not-a-share', 'must be ids with their shares, such as lh-0042=0.25')
      : { in: known, share: read };
  });

/** A part of a whole, more than 0 and at most 1. */
export const share = () => cell(readShare, '1');

function readShare(value: string): string | Fault {
  const read = readNumber(value, { digits: 1, places: 12, positive: true });
  if (isFault(read)) return read;
  return Number(read) <= 1 ? read : fault('not-a-share', 'must be more than 0 and at most 1');
}

export const yesNo = (whenEmpty: boolean) =>
  cell((value): boolean | Fault => {
    const read = new Map([
      ['yes', true],
      ['no', false],
    ]).get(value.toLowerCase());
    return read ?? fault('not-one-of', 'must be yes or no');
  }, whenEmpty);

export function oneOf<const T extends string>(values: readonly T[], ...whenEmpty: [T] | []) {
  const byName = new Map(values.map((value) => [value.toLowerCase(), value]));
  return cell(
    (value) => byName.get(value.toLowerCase()) ?? fault('not-one-of', `must be one of ${values.join(', ')}`),
    ...whenEmpty,
  );
}

export function optionalOneOf<const T extends string>(values: readonly T[]) {
  const byName = new Map(values.map((value) => [value.toLowerCase(), value]));
  return cell<T | null>(
    (value) => byName.get(value.toLowerCase()) ?? fault('not-one-of', `must be one of ${values.join(', ')}`),
    null,
  );
}

export interface NumberShape {
  readonly digits: number;
  readonly places: number;
  /** Zero is refused too. */
  readonly positive?: boolean;
}

/** A plain decimal number, not negative: no exponent, sign of currency or separator of thousands. */
export const number = (shape: NumberShape) => cell((value) => readNumber(value, shape));
export const optionalNumber = (shape: NumberShape) => cell<string | null>((value) => readNumber(value, shape), null);

function readNumber(value: string, { digits, places, positive }: NumberShape): string | Fault {
  const match = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return fault('not-a-number', 'must be a plain number such as 104.25');
  const [, sign, whole = '', fraction = ''] = match;
  const isZero = /^0*$/.test(whole + fraction);
  if (sign && !isZero) return fault('negative', 'must not be negative');
  if (positive && isZero) return fault('not-positive', 'must be more than 0');
  if (whole.length > digits) return fault('too-large', `has more than ${digits} digits before the point`);
  if (fraction.replace(/0+$/, '').length > places)
    return fault('too-precise', `has more than ${places} digits after the point`);
  return value.replace(/^-/, '');
}

export function wholeNumber(from: number, to: number) {
  return cell((value) => {
    const read = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    return read >= from && read <= to ? read : fault('not-a-number', `must be a whole number from ${from} to ${to}`);
  });
}

const earliest: CivilDate = '1950-01-01';
const daysAhead = 730;

/** A day that exists, not so far from `today` that it can only be a slip of the keys. */
export const dayNear = (today: CivilDate) => cell((value) => readDay(value, today));

function readDay(value: string, today: CivilDate): CivilDate | Fault {
  if (!isCivilDate(value)) return fault('not-a-date', 'must be a day that exists, such as 2027-04-30');
  if (value < earliest || dayNumber(value) > dayNumber(today) + daysAhead)
    return fault('date-out-of-range', 'is too far from today');
  return value;
}

export const optionalDay = (today: CivilDate) => cell<CivilDate | null>((value) => readDay(value, today), null);

export const month = () =>
  cell((value) =>
    /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(value) ? value : fault('not-a-month', 'must be a month such as 2027-04'),
  );

export const size = () =>
  cell((value) => meterSizeOf(value) ?? fault('not-a-size', 'must be a meter size in inches such as 5/8 or 1.5'));

export const language = () =>
  cell(
    (value) =>
      /^[A-Za-z]{2,3}(-[A-Za-z]{2,8})?$/.test(value)
        ? value.toLowerCase()
        : fault('not-a-language', 'must be a code such as en or es'),
    'en',
  );

const address = z.email();

export const email = () =>
  cell<string | null>(
    (value) => (address.safeParse(value).success ? value : fault('not-an-email', 'must be an e-mail address')),
    null,
  );

export const phone = () =>
  cell<string | null>(
    (value) => (/^\+?[\d\s().x-]{7,30}$/i.test(value) ? value : fault('not-a-phone', 'must be a telephone number')),
    null,
  );

/** The register keeps money to the cent; a file may say "80" or "80.5". */
export function toCents(amount: string): string {
  const [whole = '0', part = ''] = amount.split('.');
  return `${whole}.${part.slice(0, 2).padEnd(2, '0')}`;
}
