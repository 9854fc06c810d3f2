import { addDays, type CivilDate } from '../time/index.ts';
import { designationDistrictDays, designationLandownerDays, designationManyDistrictsDays } from './clock-figures.ts';

/** Excess land that its owner has not designated on the form (A7). */
export interface UndesignatedExcess {
  /** In how many districts the landowner holds land. */
  readonly districts: number;
  /** The district's contract has a procedure of its own for designation. */
  readonly contractProcedure: boolean;
  /** The day of Reclamation's notice; null while there is none. */
  readonly notifiedOn: CivilDate | null;
}

/** Whose turn it is to designate, and the last day of that turn. */
export type DesignationTurn =
  | { readonly by: 'contract-procedure' | 'reclamation-to-notify' | 'reclamation' }
  | { readonly by: 'landowner' | 'district'; readonly through: CivilDate };

/**
 * Who designates excess land on a day (A7). Land in one district: the contract's procedure if there is one; else
 * from Reclamation's notice the landowner has 30 calendar days, then the district 30, then Reclamation designates.
 * Land in several districts: the landowner has 60, then Reclamation.
 */
export function designationTurn(excess: UndesignatedExcess, on: CivilDate): DesignationTurn {
  const one = excess.districts <= 1;
  if (one && excess.contractProcedure) return { by: 'contract-procedure' };
  const { notifiedOn } = excess;
  if (notifiedOn === null) return { by: 'reclamation-to-notify' };
  const landowner = addDays(notifiedOn, (one ? designationLandownerDays : designationManyDistrictsDays).on(notifiedOn));
  if (on <= landowner) return { by: 'landowner', through: landowner };
  const district = addDays(landowner, designationDistrictDays.on(notifiedOn));
  return one && on <= district ? { by: 'district', through: district } : { by: 'reclamation' };
}
