import { plainText } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import type { RecipientKind } from './acreage-limitation.ts';
import type { Applicability } from './applicability.ts';
import { attributedHoldings } from './attribution.ts';
import { filingReasons } from './filing-reasons.ts';
import type { FormNumber, HolderKind } from './form-catalogue.ts';
import type { DistrictCategory, FilingDuty } from './forms-required.ts';
import type { Landholder, LandRegister } from './land-register.ts';
import type { FormYear } from './rra-year.ts';
import { type DistrictStanding, type Filer, type FormOnFile, filers } from './who-must-file.ts';

/** What a year's filings are made of. */
export interface FilingYear {
  readonly formYear: FormYear;
  readonly district: DistrictStanding;
  /** The day whose thresholds and categories hold. */
  readonly on: CivilDate;
  readonly onFile: readonly FormOnFile[];
  readonly firstDeliveries: ReadonlyMap<string, CivilDate>;
  readonly contractProcedure: boolean;
}

/** A landholder's answer for a year, with everything that a case for it begins with. */
export interface Filing {
  readonly landholder: string;
  readonly duty: FilingDuty;
  readonly details: FilingDetails;
}

/** The intake of an RRA case, as the register answers it. Acres and shares are decimal strings. */
export interface FilingDetails {
  readonly landholder: string;
  readonly formYear: FormYear;
  readonly holder: HolderKind;
  readonly recipientKind: RecipientKind;
  readonly receivedWaterBy1981?: boolean;
  readonly priorLaw?: 'individual' | 'married-couple' | 'entity';
  readonly applicability: Applicability;
  readonly category: DistrictCategory;
  readonly westwideAcres: string;
  readonly districtCount: number;
  readonly parcels: readonly string[];
  readonly forms: readonly FormNumber[];
  readonly reasons: readonly string[];
  readonly verificationAllowed: boolean;
  readonly hasStandardForm: boolean;
  readonly changedSince: boolean;
  readonly firstDeliveryOn?: CivilDate;
  readonly signers?: readonly string[];
  readonly spouse?: string;
  readonly holdings: readonly FilingHolding[];
  readonly recordableContractAcres?: string;
  readonly contractProcedure?: boolean;
}

export interface FilingHolding {
  readonly parcel: string;
  readonly acres: string;
  readonly tenure: 'owned' | 'leased';
  readonly share: string;
  readonly class1Ratio: string;
  readonly nonexempt: boolean;
  readonly acquiredInvoluntarilyOn?: CivilDate;
}

/** Everybody with land in the district, and what the office says to each of them this year (A18, A20, A36). */
export function filingsOf(register: LandRegister, year: FilingYear): readonly Filing[] {
  const onFile = new Map(year.onFile.map((form) => [form.landholder, form]));
  return filers(register, year.district, year.onFile, year.on).map((filer) => {
    const landholder = register.landholder(filer.landholder) as Landholder;
    return {
      landholder: filer.landholder,
      duty: filer.duty,
      details: detailsOf(register, landholder, filer, onFile.get(filer.landholder), year),
    };
  });
}

function detailsOf(
  register: LandRegister,
  landholder: Landholder,
  filer: Filer,
  onFile: FormOnFile | undefined,
  { formYear, district, firstDeliveries, contractProcedure }: FilingYear,
): FilingDetails {
  const parcels = parcelsHere(register, landholder, district.name);
  const first = parcels.flatMap((parcel) => firstDeliveries.get(parcel) ?? []).sort()[0];
  const { recipient, signers, spouse, recordableContractAcres } = landholder;
  return {
    landholder: landholder.id,
    formYear,
    holder: landholder.holder,
    recipientKind: recipient.kind,
    ...(recipient.receivedWaterBy1981 && { receivedWaterBy1981: true }),
    ...(recipient.priorLaw && { priorLaw: recipient.priorLaw }),
    applicability: district.applicability,
    category: district.category,
    westwideAcres: plainText(filer.westwideAcres),
    districtCount: filer.districtCount,
    parcels,
    forms: filer.duty.forms,
    reasons: filingReasons(landholder, filer, district),
    verificationAllowed: filer.duty.verificationAllowed,
    hasStandardForm: onFile !== undefined,
    changedSince: onFile?.changedSince ?? false,
    ...(first && { firstDeliveryOn: first }),
    ...(signers && signers.length > 0 && { signers }),
    ...(spouse && { spouse }),
    holdings: holdingsOf(register, landholder.id),
    ...(recordableContractAcres && { recordableContractAcres }),
    ...(contractProcedure && { contractProcedure }),
  };
}

/** The parcels in this district that wait for the landholder's form: those held, or those that an operator services. */
export function parcelsHere(register: LandRegister, { id, holder }: Landholder, district: string): readonly string[] {
  const held = holder === 'farm-operator' ? register.landOperatedBy(id) : attributedHoldings(register, id);
  const here = held.filter((land) => land.nonexempt && land.district === district);
  return [...new Set(here.map(({ parcel }) => parcel))].sort();
}

function holdingsOf(register: LandRegister, id: string): readonly FilingHolding[] {
  const involuntary = new Map(
    register
      .householdOf(id)
      .flatMap((member) =>
        register
          .landOf(member)
          .flatMap(({ parcel, acquiredInvoluntarilyOn: on }) => (on ? [[parcel, on] as const] : [])),
      ),
  );
  return attributedHoldings(register, id).map(({ parcel, acres, tenure, share, class1Ratio, nonexempt }) => {
    const on = involuntary.get(parcel);
    const acquired = on && { acquiredInvoluntarilyOn: on };
    return { parcel, acres, tenure, share: plainText(share), class1Ratio, nonexempt, ...acquired };
  });
}
