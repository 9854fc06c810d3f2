import type { CivilDate } from '../time/index.ts';
import type { FormNumber } from './form-catalogue.ts';
import { type FilingQuestion, mayVerify, standardFormFor } from './forms-required.ts';

const longForm: Readonly<Partial<Record<FormNumber, FormNumber>>> = { '7-2180EZ': '7-2180', '7-2190EZ': '7-2190' };

/**
 * The form that suffices and every one that says more: who may verify may file the standard form, and who may use
 * the short form the long one (A22, F19). The one that suffices comes first.
 */
export function acceptableForms(question: FilingQuestion, on: CivilDate): readonly FormNumber[] {
  const standard = standardFormFor(question, on);
  const long = longForm[standard];
  const full = long === undefined ? [standard] : [standard, long];
  return mayVerify(question) ? ['7-21VERIFY', ...full] : full;
}
