import { type Decimal, decimal } from '../money/index.ts';
import type { Setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';
import type { RecipientKind } from './acreage-limitation.ts';
import type { Applicability } from './applicability.ts';
import { formThresholds, shortFormAcres, type ThresholdComparator, thresholdComparator } from './figures.ts';
import type { FormNumber, HolderKind } from './form-catalogue.ts';

/** 1: under the discretionary provisions and current in its obligations to the United States; 2: any other (A19). */
export type DistrictCategory = 1 | 2;

export interface FilingQuestion {
  readonly landholder: { readonly kind: RecipientKind; readonly holder: HolderKind };
  readonly applicability: Applicability;
  readonly category: DistrictCategory;
  /** Nonexempt acres westwide: owned and leased, direct and indirect; for a farm operator the acres serviced. */
  readonly westwideAcres: string;
  readonly districtCount: number;
  readonly changedSinceStandardForm: boolean;
  readonly hasStandardForm: boolean;
}

export interface FilingDuty {
  readonly mustFile: boolean;
  /** Acres; null where the district is exempt and no threshold applies. */
  readonly threshold: string | null;
  readonly comparator: ThresholdComparator;
  readonly forms: readonly FormNumber[];
  readonly verificationAllowed: boolean;
}

/**
 * Whether a landholder must file in this district this year, and exactly which form (A18, A22, A25, A26, F15, F19).
 * `comparator` overrides the dated setting for equality with the threshold.
 */
export function formsRequired(
  question: FilingQuestion,
  on: CivilDate,
  comparator: ThresholdComparator = comparatorFor(question.landholder.holder, on),
): FilingDuty {
  if (question.applicability === 'exempt') {
    return { mustFile: false, threshold: null, comparator, forms: [], verificationAllowed: false };
  }
  const threshold = thresholdFor(question).on(on);
  const mustFile = reaches(decimal(question.westwideAcres), decimal(threshold), comparator);
  const verificationAllowed = mustFile && mayVerify(question);
  const form = verificationAllowed ? '7-21VERIFY' : standardFormFor(question, on);
  return { mustFile, threshold, comparator, forms: mustFile ? [form] : [], verificationAllowed };
}

/** The category that counts for thresholds: a district outside the discretionary provisions is never Category 1 (A19). */
export function effectiveCategory(question: Pick<FilingQuestion, 'applicability' | 'category'>): DistrictCategory {
  return question.applicability === 'discretionary' ? question.category : 2;
}

/** The figure that the landholder's acres are measured against (A18, A26, F15). */
export function thresholdFor(
  question: Pick<FilingQuestion, 'landholder' | 'applicability' | 'category'>,
): Setting<string> {
  const { kind, holder } = question.landholder;
  if (holder === 'farm-operator') return formThresholds.farmOperator;
  if (holder === 'public-entity') return formThresholds.publicEntity;
  switch (kind) {
    case 'qualified':
      return effectiveCategory(question) === 1 ? formThresholds.qualifiedCategory1 : formThresholds.qualifiedCategory2;
    case 'limited':
      return formThresholds.limited;
    case 'prior-law':
      return formThresholds.priorLaw;
    default:
      return kind satisfies never;
  }
}

/** A farm operator files above 960 acres, never at 960; for the others equality is a dated setting (F15). */
export function comparatorFor(holder: HolderKind, on: CivilDate): ThresholdComparator {
  return holder === 'farm-operator' ? 'moreThan' : thresholdComparator.on(on);
}

/** Nothing changed since a standard form: 7-21VERIFY satisfies the year, except for farm operators (A22, A26). */
export function mayVerify(
  question: Pick<FilingQuestion, 'landholder' | 'hasStandardForm' | 'changedSinceStandardForm'>,
): boolean {
  return (
    question.hasStandardForm && !question.changedSinceStandardForm && question.landholder.holder !== 'farm-operator'
  );
}

/** The one standard form of the landholder: certification or, for a prior law recipient, report (A1, A25). */
export function standardFormFor(question: FilingQuestion, on: CivilDate): FormNumber {
  const reporting = question.landholder.kind === 'prior-law';
  const { holder } = question.landholder;
  switch (holder) {
    case 'individual':
      return individualForm(reporting, shortFormSuffices(question, on));
    case 'entity':
      return reporting ? '7-2191' : '7-2181';
    case 'religious':
      return reporting ? '7-2194' : '7-2184';
    case 'trust':
      return '7-21TRUST';
    case 'public-entity':
      return '7-21PE';
    case 'farm-operator':
      return '7-21FARMOP';
    default:
      return holder satisfies never;
  }
}

/** All land in one district and not more than 960 acres (F19). */
export function shortFormSuffices(
  question: Pick<FilingQuestion, 'districtCount' | 'westwideAcres'>,
  on: CivilDate,
): boolean {
  return question.districtCount === 1 && decimal(question.westwideAcres).lte(shortFormAcres.on(on));
}

function individualForm(reporting: boolean, short: boolean): FormNumber {
  if (reporting) return short ? '7-2190EZ' : '7-2190';
  return short ? '7-2180EZ' : '7-2180';
}

function reaches(held: Decimal, threshold: Decimal, comparator: ThresholdComparator): boolean {
  return comparator === 'atLeast' ? held.gte(threshold) : held.gt(threshold);
}
