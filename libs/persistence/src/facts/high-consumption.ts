import { leakAdjustment, meterCorrection, misreadCorrection, unexplainedAdjustment } from '@headgate/domain/billing';
import {
  assembleUsage,
  compareUsage,
  type FlowName,
  isMisread,
  meterAccuracy,
  type Usage,
  type UsageRecords,
  useBetween,
} from '@headgate/domain/metering';
import { cents, decimal, type Money, plainText } from '@headgate/domain/money';
import type { CivilDate } from '@headgate/domain/time';
import { sql } from 'kysely';
import { usageRecords } from '../register/index.ts';
import type { Fact, FactSource } from './fact.ts';

const usage: Fact<object> = async (source) => {
  if (!source.state.accountNumber) return { comparison: 'no-account' };
  const found = await usageOf(source);
  if (!found) return { comparison: 'no-records' };
  const { records, usage } = found;
  return {
    comparison: compareUsage(usage),
    period: usage.period,
    unit: usage.unit,
    use: usage.use,
    usual: usage.usual?.use ?? null,
    basis: usage.usual?.basis ?? null,
    meter: { serial: records.meter.serial, size: records.meter.size },
    previousReading: usage.previousReading,
    disputedReading: usage.disputedReading,
    movement: usage.movement,
  };
};

interface Reread {
  readonly reading: string;
  readonly readOn: CivilDate;
  readonly nonReadCode?: string;
}

/** A register only runs forward: a re-read below the disputed reading shows what really passed up to the re-read. */
const reread: Fact<{ reread: Reread }> = async (source, { reread }) => {
  if (reread.nonReadCode) return { finding: 'not-read', correctUse: null, amount: '0.00' };
  const found = await usageOf(source);
  if (!found?.usage.disputedReading) return { finding: 'confirmed', correctUse: null, amount: '0.00' };
  const { disputedReading, previousReading, previousOn, bill } = found.usage;
  const { meter } = found.records;
  const misread = isMisread({
    disputedReading,
    previousReading,
    rereading: reread.reading,
    registerDigits: meter.registerDigits,
    on: reread.readOn,
  });
  if (!misread) return { finding: 'confirmed', correctUse: null, amount: '0.00' };
  const earlier = { readOn: previousOn ?? reread.readOn, reading: previousReading ?? '0' };
  const correctUse = useBetween(earlier, { readOn: reread.readOn, reading: reread.reading }, meter).use;
  const credit = bill ? misreadCorrection(bill, correctUse).credit : '0.00';
  return { finding: 'misread', correctUse, amount: negated(credit) };
};

const leak: Fact<{ repairedOn: CivilDate | null }> = async (source, { repairedOn }) => {
  const claim = await claimOf(source);
  if (!claim) return notEligible;
  const lastAdjustmentOn = await lastOutcome(source, 'leak-adjusted');
  const found = leakAdjustment({
    ...claim,
    proofOfRepair: repairedOn !== null,
    requestedOn: source.today,
    ...(repairedOn ? { repairedOn } : {}),
    noticedOn: await noticeDay(source),
    ...(lastAdjustmentOn ? { lastAdjustmentOn } : {}),
  });
  return { ...found, amount: negated(found.credit), unmet: found.unmet.map(({ rule }) => rule) };
};

const flows: readonly [FlowName, string][] = [
  ['minimum', 'flowMin'],
  ['intermediate', 'flowMid'],
  ['maximum', 'flowMax'],
];

const meter: Fact<{ test: Readonly<Record<string, string>> }> = async (source, { test }) => {
  const { state, today } = source;
  const customer = (await accountClass(source)) === 'residential' ? 'residential' : 'other';
  const runs = flows.map(([flow, field]) => ({
    flow,
    registered: String(test[`${field}Registered`]),
    actual: String(test[`${field}Actual`]),
  }));
  const accuracy = meterAccuracy(runs, customer, today);
  const records = state.accountNumber ? await usageRecords(source.db, state.accountNumber) : null;
  const finding = { ...accuracy, percent: accuracy.mean, testedOn: today };
  const correction = meterCorrection(records?.bills ?? [], finding);
  const amount = correction.kind === 'refund' ? negated(correction.amount) : correction.amount;
  return { ...accuracy, amount, periods: correction.periods };
};

const unexplained: Fact<object> = async (source) => {
  const claim = await claimOf(source);
  if (!claim) return notEligible;
  const lastUnexplainedOn = await lastOutcome(source, 'unexplained-adjusted');
  const found = unexplainedAdjustment({
    ...claim,
    on: source.today,
    ...(lastUnexplainedOn ? { lastUnexplainedOn } : {}),
  });
  return { ...found, amount: negated(found.credit), unmet: found.unmet.map(({ rule }) => rule) };
};

export const highConsumptionFacts = {
  'high-consumption/usage': usage,
  'high-consumption/reread': reread,
  'high-consumption/leak': leak,
  'high-consumption/meter': meter,
  'high-consumption/unexplained': unexplained,
};

/** A credit lowers what the account owes, so it is posted negative. */
const negated = (credit: Money): Money => (decimal(credit).isZero() ? '0.00' : cents(decimal(credit).negated()));

const notEligible = { eligible: false, adjustedUse: '0', amount: '0.00', unmet: ['D5'] };

async function usageOf({ db, state }: FactSource): Promise<{ usage: Usage; records: UsageRecords } | null> {
  const records = state.accountNumber ? await usageRecords(db, state.accountNumber) : null;
  const period = state.details.period as string | undefined;
  const found = records && assembleUsage({ ...records, ...(period ? { period } : {}) });
  return records && found ? { usage: found, records } : null;
}

/** What the adjustments reckon with: the bill in question against the usual use, at the rate that was billed. */
async function claimOf(source: FactSource) {
  const found = await usageOf(source);
  if (!found?.usage.bill || !found.usage.usual) return null;
  const { bill, usual } = found.usage;
  const billed = decimal(bill.use);
  const unitRate = billed.isZero() ? '0' : plainText(decimal(bill.amount).div(billed));
  return { billedUse: bill.use, usualUse: usual.use, unitRate };
}

async function lastOutcome({ db, state }: FactSource, outcome: string): Promise<CivilDate | null> {
  const { rows } = await sql<{ on: string }>`
    select to_char(resolved_at at time zone 'America/Los_Angeles', 'YYYY-MM-DD') as on from cases
     where account_number = ${state.accountNumber} and outcome = ${outcome} and id <> ${state.id}
     order by resolved_at desc limit 1`.execute(db);
  return rows[0]?.on ?? null;
}

/** The day on which the customer was told of the leak. */
async function noticeDay({ db, state, today }: FactSource): Promise<CivilDate> {
  const { rows } = await sql<{ on: string }>`
    select to_char(at at time zone 'America/Los_Angeles', 'YYYY-MM-DD') as on from case_event
     where case_id = ${state.id} and type = 'message-queued' and data->>'template' like '%/findings'
     order by seq limit 1`.execute(db);
  return rows[0]?.on ?? today;
}

async function accountClass({ db, state }: FactSource): Promise<string | null> {
  const { rows } = await sql<{
    class: string;
  }>`select class from account where number = ${state.accountNumber}`.execute(db);
  return rows[0]?.class ?? null;
}
