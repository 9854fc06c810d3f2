import { fact } from '../../kernel/index.ts';

/** The facts that this procedure asks of the register, as they are recorded: codes and figures only. */
export type UsageFound = {
  readonly comparison: 'high' | 'usual' | 'unknown' | 'no-account' | 'no-records';
  readonly period: string | null;
  readonly unit: string | null;
  readonly use: string | null;
  readonly usual: string | null;
  readonly meter: { readonly serial: string; readonly size: string } | null;
  readonly disputedReading: string | null;
  readonly movement: string | null;
};

export type RereadFound = {
  readonly finding: 'misread' | 'confirmed' | 'not-read';
  readonly correctUse: string | null;
  readonly amount: string;
};

export type AdjustmentFound = {
  readonly eligible: boolean;
  readonly adjustedUse: string;
  readonly amount: string;
  readonly unmet: readonly string[];
};

export type MeterFound = {
  readonly verdict: 'within' | 'fast' | 'slow';
  readonly mean: string;
  readonly correctionMonths: number;
  readonly amount: string;
};

export type ApprovalFound = {
  readonly needed: boolean;
  readonly queue: 'customer-service' | 'management';
};

export type Reread = {
  readonly reading: string;
  readonly readOn: string;
  readonly nonReadCode?: string;
};

export type LeakCheck = {
  readonly leakFound: boolean;
  readonly meterRunsWithAllShut: boolean;
};

export type MeterTest = Readonly<Record<string, string>>;

export const usageOfPeriod = fact<object, UsageFound>('high-consumption/usage');
export const rereadFinding = fact<{ reread: Reread }, RereadFound>('high-consumption/reread');
export const leakFinding = fact<{ repairedOn: string | null }, AdjustmentFound>('high-consumption/leak');
export const meterFinding = fact<{ test: MeterTest }, MeterFound>('high-consumption/meter');
export const unexplainedFinding = fact<object, AdjustmentFound>('high-consumption/unexplained');
export const approvalNeeded = fact<{ amount: string; always: boolean }, ApprovalFound>('approval-needed');
