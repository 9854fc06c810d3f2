import type { FormNumber } from './form-catalogue.ts';
import type { FormExpected, FormReceived, Signature } from './form-received.ts';
import { campaignDates } from './rra-year.ts';

/** What is wrong with a form, with the rule, as the returning letter says it. */
export interface Finding {
  readonly rule: string;
  readonly text: string;
}

/**
 * Everything that keeps a form from being complete: type, edition, each signature, supplements, blank items
 * (A6, A7, A16, A23, A24, A25, F16). Empty when it is complete; acceptance is another step.
 */
export function completenessFindings(received: FormReceived, expected: FormExpected): readonly Finding[] {
  return [
    ...typeFindings(received, expected),
    ...editionFindings(received, expected),
    ...signatureFindings(received, expected),
    ...supplementFindings(received, expected),
    ...received.blankItems.map((item) => ({ rule: 'F16', text: `Item ${item} is blank` })),
  ];
}

/** Why a complete form may not be accepted by this person; null when it may (F16). */
export function acceptanceRefusal(findings: readonly Finding[], reviewerLevel: 1 | 2 | 3): Finding | null {
  if (findings.length > 0) return { rule: 'F16', text: 'The form is not complete' };
  if (reviewerLevel < 2) return { rule: 'F16', text: 'A form is accepted by a specialist II or III' };
  return null;
}

function typeFindings({ form }: FormReceived, { acceptable }: FormExpected): Finding[] {
  if (acceptable.includes(form)) return [];
  return [{ rule: 'A25', text: `Form ${form} is not the landholder's form: ${acceptable.join(' or ')}` }];
}

function editionFindings({ edition }: FormReceived, { formYear }: FormExpected): Finding[] {
  if (edition === formYear) return [];
  return [{ rule: 'A23', text: `The form is of the edition ${edition}, not ${formYear}` }];
}

function signatureFindings({ signatures }: FormReceived, { signatories, formYear }: FormExpected): Finding[] {
  const needed = signatories.spouse ? [...signatories.signers, signatories.spouse] : signatories.signers;
  if (needed.length === 0) return [{ rule: 'A24', text: 'Nobody is on record who signs for the landholder' }];
  return needed.flatMap((signer) =>
    signerFindings(
      signer,
      signatures.filter((signature) => signature.signer === signer),
      formYear,
    ),
  );
}

/** One wet signature of the right year suffices, whatever else the person put on the paper. */
function signerFindings(signer: string, made: readonly Signature[], formYear: number): Finding[] {
  const wet = made.filter(({ manner }) => manner === 'wet');
  if (made.length === 0) return [{ rule: 'A24', text: `${signer} has not signed` }];
  if (wet.length === 0) return [{ rule: 'A24', text: `The signature of ${signer} is not by hand on the paper` }];
  if (wet.some(({ on }) => isOfYear(on, formYear))) return [];
  return [{ rule: 'A23', text: `${signer} signed outside the use of the ${formYear} edition` }];
}

/** An edition is used from the day its forms are posted to 31 December of its year (A23). */
function isOfYear(on: string, formYear: number): boolean {
  return campaignDates(formYear).formsPostedOn <= on && on <= `${formYear}-12-31`;
}

function supplementFindings({ form, supplements }: FormReceived, expected: FormExpected): Finding[] {
  if (form === '7-21VERIFY') return [];
  const { hasExcess, hasFullCost, hasInvoluntaryExcess } = expected;
  const missing = (needed: boolean, supplement: FormNumber, rule: string, what: string): Finding[] =>
    needed && !supplements.includes(supplement) ? [{ rule, text: `${what}: form ${supplement} is missing` }] : [];
  return [
    ...missing(hasExcess, '7-21XS', 'A7', 'Excess land is not designated'),
    ...missing(hasFullCost, '7-21FC', 'A6', 'Full-cost land is not selected'),
    ...missing(hasInvoluntaryExcess, '7-21XSINAQ', 'A16', 'Involuntarily acquired land is not declared'),
  ];
}
