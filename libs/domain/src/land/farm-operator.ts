import { decimal } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { formThresholds } from './figures.ts';

export interface OperatorFacts {
  /** Nonexempt acres westwide held by trusts and legal entities that the operator services. */
  readonly servicedAcres: string;
}

export interface OperatorPartOwner extends OperatorFacts {
  /** Formerly owned land that the operator services as excess, and sold it at an approved price. */
  readonly soldItAsExcess: boolean;
}

/** More than 960 acres serviced, every year, without verification form and without new form on in-year changes (A26). */
export function operatorMustFile({ servicedAcres }: OperatorFacts, on: CivilDate): boolean {
  return decimal(servicedAcres).gt(formThresholds.farmOperator.on(on));
}

/** A part owner of such an operator files too, if the land was theirs as excess (A26). */
export function partOwnerMustFile(owner: OperatorPartOwner, on: CivilDate): boolean {
  return owner.soldItAsExcess && operatorMustFile(owner, on);
}

/** Former excess land that its seller goes on servicing as operator takes no water (A26). */
export function eligibleUnderOperator(formerExcessOwner: string | null, operator: string): boolean {
  return formerExcessOwner !== operator;
}
