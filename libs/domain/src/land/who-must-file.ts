import type { CivilDate } from '../time/index.ts';
import type { Applicability } from './applicability.ts';
import { type AttributedHolding, attributedHoldings, servicedAcres, westwideAcres } from './attribution.ts';
import { type DistrictCategory, type FilingDuty, formsRequired } from './forms-required.ts';
import type { Landholder, LandRegister } from './land-register.ts';

export interface DistrictStanding {
  readonly name: string;
  readonly applicability: Applicability;
  readonly category: DistrictCategory;
}

/** What the office has of a landholder's standard form. */
export interface FormOnFile {
  readonly landholder: string;
  readonly changedSince: boolean;
}

export interface Filer {
  readonly landholder: string;
  readonly westwideAcres: string;
  readonly districtCount: number;
  readonly duty: FilingDuty;
}

/**
 * Everybody with land in this district, with the answer whether they must file here this year and which form
 * (A11, A18, A20, A26). Spouses and dependents of a qualified recipient are in the one answer of their household.
 */
export function filers(
  register: LandRegister,
  district: DistrictStanding,
  onFile: readonly FormOnFile[],
  on: CivilDate,
): readonly Filer[] {
  const forms = new Map(onFile.map((form) => [form.landholder, form]));
  return register.landholders
    .filter(({ householdOf }) => householdOf === undefined)
    .map((landholder) => ({ landholder, reach: reachOf(register, landholder) }))
    .filter(({ reach }) => reach.districts.has(district.name))
    .map(({ landholder, reach }) => filerOf(landholder, reach, district, forms.get(landholder.id), on));
}

interface Reach {
  readonly acres: string;
  readonly districts: ReadonlySet<string>;
}

/** A farm operator is measured by the acres serviced, everybody else by the acres held (A18, A26). */
function reachOf(register: LandRegister, landholder: Landholder): Reach {
  if (landholder.holder === 'farm-operator') {
    const districts = districtsOf(register.landOperatedBy(landholder.id));
    return { acres: servicedAcres(register, landholder.id), districts };
  }
  const held = attributedHoldings(register, landholder.id);
  return { acres: westwideAcres(held), districts: districtsOf(held) };
}

const districtsOf = (held: readonly Pick<AttributedHolding, 'district' | 'nonexempt'>[]): ReadonlySet<string> =>
  new Set(held.filter(({ nonexempt }) => nonexempt).map(({ district }) => district));

function filerOf(
  { id, recipient, holder }: Landholder,
  { acres, districts }: Reach,
  { applicability, category }: DistrictStanding,
  form: FormOnFile | undefined,
  on: CivilDate,
): Filer {
  const question = {
    landholder: { kind: recipient.kind, holder },
    applicability,
    category,
    westwideAcres: acres,
    districtCount: districts.size,
    changedSinceStandardForm: form?.changedSince ?? false,
    hasStandardForm: form !== undefined,
  };
  return { landholder: id, westwideAcres: acres, districtCount: districts.size, duty: formsRequired(question, on) };
}
