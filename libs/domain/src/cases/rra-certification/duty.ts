import {
  acceptableForms,
  effectiveCategory,
  type FilingQuestion,
  type FormNumber,
  formCatalogue,
  formsRequired,
} from '../../land/index.ts';
import { type CivilDate, laterDay } from '../../time/index.ts';
import type { RraDetails } from './intake.ts';

/** Whether this landholder files here this year, which form, and why. */
export interface Duty {
  readonly mustFile: boolean;
  /** What decided when nothing is to be filed. */
  readonly because: 'over-threshold' | 'under-threshold' | 'exempt';
  /** Acres; null where the district is exempt. */
  readonly threshold: string | null;
  readonly westwideAcres: string;
  readonly forms: readonly FormNumber[];
  /** The form that suffices and every one that says more. */
  readonly acceptable: readonly FormNumber[];
  readonly verificationAllowed: boolean;
  readonly rules: readonly string[];
}

/** What has become known since the case was opened. */
export interface News {
  readonly changed: boolean;
  readonly westwideAcres?: string;
}

/**
 * The duty to file (A18, A22, A25, A26, F15, F19), of which nothing is left where the district is exempt (A36). Forms
 * that the campaign named stand until the land changes.
 */
export function dutyOf(details: RraDetails, on: CivilDate, news: News = { changed: false }): Duty {
  const question = questionOf(details, news);
  const day = laterDay(on, `${details.formYear}-01-01`);
  const found = formsRequired(question, day);
  const { threshold } = found;
  const { westwideAcres } = question;
  const none = { mustFile: false, threshold, westwideAcres, forms: [], acceptable: [], verificationAllowed: false };
  if (question.applicability === 'exempt') return { ...none, because: 'exempt', rules: ['A36'] };
  const named = news.changed ? undefined : details.forms;
  const forms = named ?? found.forms;
  if (forms.length === 0) return { ...none, because: 'under-threshold', rules: ['A18', 'F15'] };
  const verificationAllowed = forms.includes('7-21VERIFY');
  return {
    mustFile: true,
    because: 'over-threshold',
    threshold,
    westwideAcres,
    forms,
    acceptable: [...new Set([...forms, ...acceptableForms(question, day)])],
    verificationAllowed,
    rules: ['A36', details.holder === 'farm-operator' ? 'A26' : 'A18', 'F15', verificationAllowed ? 'A22' : 'A25'],
  };
}

function questionOf(details: RraDetails, { changed, westwideAcres }: News): FilingQuestion {
  return {
    landholder: { kind: details.recipientKind, holder: details.holder },
    applicability: details.applicability,
    category: details.category === 1 ? 1 : 2,
    westwideAcres: westwideAcres ?? details.westwideAcres,
    districtCount: details.districtCount ?? 1,
    changedSinceStandardForm: changed || (details.changedSince ?? false),
    hasStandardForm: details.hasStandardForm ?? false,
  };
}

/** Why these forms, as the letter says it. */
export function reasonsOf(details: RraDetails, duty: Duty): readonly string[] {
  if (details.reasons?.length) return details.reasons;
  const { recipientKind, holder, applicability, category } = details;
  const counted = holder === 'farm-operator' ? 'serviced for trusts and legal entities' : 'held';
  const where = `Category ${effectiveCategory({ applicability, category: category === 1 ? 1 : 2 })}`;
  return [
    `${duty.westwideAcres} nonexempt acres are ${counted} westwide; the threshold is ${duty.threshold} acres (${recipientKind}, ${where})`,
    duty.verificationAllowed
      ? 'nothing has changed since your last standard form, so the verification suffices'
      : 'a standard form is needed: there is none on file, or something has changed since',
  ];
}

/** A form as the letter names it: its number and its title. */
export const formName = (form: FormNumber): string => `${form}, ${formCatalogue[form].title}`;
