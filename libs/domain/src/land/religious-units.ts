/** One parish, congregation or similar unit of a religious or charitable organization. */
export interface OrganizationUnit {
  readonly farmsItself: boolean;
  readonly produceOrProceedsToCharity: boolean;
  readonly individualBenefits: boolean;
}

/** Whether the unit counts as a qualified recipient of its own rather than with its organization (A15). */
export function isRecipientOfItsOwn(unit: OrganizationUnit): boolean {
  return unit.farmsItself && unit.produceOrProceedsToCharity && !unit.individualBenefits;
}
