import { addDays, addMonths, type CivilDate } from '@headgate/domain/time';
import type { AccountImport } from '../register/imports/accounts.ts';
import type { BillImport } from '../register/imports/bills.ts';
import type { PaymentImport } from '../register/imports/payments.ts';
import type { ReadImport } from '../register/imports/reads.ts';
import { fixed } from './accounts.ts';
import type { Random } from './random.ts';

export const periodsKept = 24;
const billedAfterDays = 4;
const dueAfterDays = 21;

/** What went wrong, or seemed to, in one period of an account. */
export const troubles = ['usual', 'misread', 'leak', 'meter-fast', 'meter-slow', 'unexplained'] as const;
export interface Trouble {
  readonly kind: (typeof troubles)[number];
  /** Which of the periods kept, 0 the oldest. */
  readonly at: number;
}

/** A period as it was read and billed, beside what really passed. Readings in units of the register. */
export interface Period {
  readonly period: string;
  readonly readOn: CivilDate;
  readonly billedOn: CivilDate;
  readonly previous: number;
  readonly reading: number;
  readonly trueReading: number;
}

export interface AccountHistory {
  readonly periods: readonly Period[];
  readonly reads: readonly ReadImport[];
  readonly bills: readonly BillImport[];
  readonly payments: readonly PaymentImport[];
}

/** Two years of an account up to `today`: its reads, the bills made of them, and what was paid. */
export function historyOf(
  account: AccountImport,
  trouble: Trouble | null,
  today: CivilDate,
  random: Random,
): AccountHistory {
  const days = readDays(account, today);
  const uses = usesOf(account, days, trouble, random);
  const capacity = 10 ** account.register_digits;
  let register = startOf(account, capacity, trouble, random);
  let seen = register;
  const opening = { readOn: addMonths(days[0] as CivilDate, -1), reading: String(register) };
  const periods = days.map((readOn, at): Period => {
    const previous = seen;
    register = (register + (uses[at] as number)) % capacity;
    const misread = trouble?.kind === 'misread' && trouble.at === at;
    seen = misread ? register + Math.ceil((uses[at] as number) * (1.4 + random.next())) + 4 : register;
    return {
      period: readOn.slice(0, 7),
      readOn,
      billedOn: addDays(readOn, billedAfterDays),
      previous,
      reading: seen,
      trueReading: register,
    };
  });
  const missed = trouble || isFixed(account) ? new Set<number>() : missedReads(random);
  const read = (
    readOn: CivilDate,
    reading: string | null,
    non_read_code: ReadImport['non_read_code'] = null,
  ): ReadImport => ({
    account: account.number,
    meter_serial: account.meter_serial,
    read_on: readOn,
    reading,
    non_read_code,
    reader: `reader ${account.route}`,
  });
  const bills = billsOf(account, periods, uses);
  return {
    periods,
    reads: [
      read(opening.readOn, opening.reading),
      ...periods.map(({ readOn, reading }, at) =>
        missed.has(at)
          ? read(readOn, null, random.pick(['NOACC', 'OBSTRUCT', 'FLOODED', 'AMRFAIL']))
          : read(readOn, String(reading)),
      ),
    ],
    bills,
    payments: paymentsOf(account, bills, today, random),
  };
}

const isFixed = ({ number }: AccountImport): boolean => Object.values<string>(fixed).includes(number);

/** The day of the month on which the account's route is read, for each period up to the last that is billed. */
function readDays({ route }: AccountImport, today: CivilDate): CivilDate[] {
  const day = String(2 + (Number(route.slice(1)) % 24)).padStart(2, '0');
  const thisMonth = `${today.slice(0, 7)}-${day}`;
  const last = addDays(thisMonth, billedAfterDays) <= today ? thisMonth : addMonths(thisMonth, -1);
  return Array.from({ length: periodsKept }, (_, at) => addMonths(last, at - periodsKept + 1));
}

/** Some registers pass zero within the two years; a register that trouble is looked for on does not. */
function startOf(account: AccountImport, capacity: number, trouble: Trouble | null, random: Random): number {
  if (isFixed(account)) return Math.floor(capacity / 8);
  if (!trouble && random.chance(0.04)) return capacity - random.between(20, 280);
  return random.between(Math.floor(capacity / 20), Math.floor(capacity / 3));
}

/** Summer is dry here: a home waters its garden, a farm its fields. By month, in percent of the account's base. */
const seasons: Readonly<Record<AccountImport['class'], readonly number[]>> = {
  residential: [72, 72, 78, 92, 112, 132, 146, 146, 128, 102, 82, 74],
  commercial: [92, 92, 95, 98, 102, 108, 110, 110, 106, 100, 95, 92],
  agricultural: [8, 10, 40, 95, 150, 190, 205, 195, 150, 90, 30, 10],
};

const sizeOfUse: Readonly<Record<AccountImport['class'], readonly [number, number]>> = {
  residential: [9, 19],
  commercial: [24, 160],
  agricultural: [900, 5_200],
};

function usesOf(account: AccountImport, days: readonly CivilDate[], trouble: Trouble | null, random: Random): number[] {
  const [least, most] = sizeOfUse[account.class];
  const base = random.between(least, most);
  const season = seasons[account.class];
  const month = (day: CivilDate) => season[Number(day.slice(5, 7)) - 1] as number;
  const uses = days.map((day) => Math.max(1, Math.round((base * month(day) * random.between(92, 108)) / 10_000)));
  const sameLastYear = (at: number) => uses[at - 12] as number;
  const last = uses.length - 1;
  if (account.number === fixed.tripled) uses[last] = sameLastYear(last) * 3;
  if (account.number === fixed.usual) uses[last] = sameLastYear(last);
  if (trouble) disturb(uses, trouble, sameLastYear, random);
  return uses;
}

function disturb(uses: number[], { kind, at }: Trouble, sameLastYear: (at: number) => number, random: Random): void {
  const times = (factor: number, month: number) => Math.ceil(Math.max(sameLastYear(month), 4) * factor);
  if (kind === 'usual' || kind === 'misread') return;
  uses[at] = times(2.1 + random.next() * (kind === 'leak' ? 2.4 : 0.9), at);
  if (kind === 'leak' && at + 1 < uses.length) uses[at + 1] = times(1.4 + random.next(), at + 1);
}

function missedReads(random: Random): Set<number> {
  return new Set(Array.from({ length: periodsKept - 1 }, (_, at) => at + 1).filter(() => random.chance(0.012)));
}

/** Cents: a charge for the size of the meter, and a price for each unit of the register. */
function billsOf(account: AccountImport, periods: readonly Period[], uses: readonly number[]): BillImport[] {
  const farm = account.class === 'agricultural';
  const fixedCents = farm
    ? 4_500
    : 1_950 + (['5/8', '3/4', '1', '1.5', '2', '3', '4'].indexOf(account.meter_size) + 1) * 850;
  return periods.map(({ period, readOn, reading, trueReading, billedOn }, at) => {
    const units = (uses[at] as number) + reading - trueReading;
    return {
      account: account.number,
      period,
      billed_on: billedOn,
      due_on: addDays(addDays(readOn, billedAfterDays), dueAfterDays),
      use: farm ? hundredths(units) : String(units),
      amount: hundredths(fixedCents + units * (farm ? 82 : 467)),
    };
  });
}

const hundredths = (whole: number): string => `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;

/** Most pay on time; a few leave their last bills open, and so are past due. */
function paymentsOf(
  account: AccountImport,
  bills: readonly BillImport[],
  today: CivilDate,
  random: Random,
): PaymentImport[] {
  const unpaid = !isFixed(account) && random.chance(0.07) ? random.between(1, 4) : 0;
  return bills.slice(0, bills.length - unpaid).flatMap((bill, at) => {
    const received_on = addDays(bill.billed_on, random.between(3, dueAfterDays - 1));
    if (received_on > today) return [];
    const method = random.weighted({ check: 0.3, 'bank draft': 0.34, card: 0.26, cash: 0.1 });
    return [
      {
        account: account.number,
        received_on,
        amount: bill.amount,
        method,
        reference: `P${account.number}-${String(at + 1).padStart(2, '0')}`,
      },
    ];
  });
}
