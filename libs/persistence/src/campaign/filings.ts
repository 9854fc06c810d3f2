import { decidingDay, type Filing, type FormYear, filingsOf, type LandRegister } from '@headgate/domain/land';
import type { CivilDate } from '@headgate/domain/time';
import type { Kysely } from 'kysely';
import { loadLandRegister } from '../register/land.ts';
import { firstDeliveries, standardFormsOnFile } from '../register/land-forms.ts';
import { districtStandingOn, type StandingOn } from '../register/land-standing.ts';

export interface YearOfFilings {
  readonly register: LandRegister;
  readonly standing: StandingOn;
  readonly filings: readonly Filing[];
}

/** Everybody with land in the district and what they must file for a year, by the register of a day. */
export async function filingsOfYear(db: Kysely<unknown>, formYear: FormYear, today: CivilDate): Promise<YearOfFilings> {
  const on = decidingDay(formYear, today);
  const standing = await districtStandingOn(db, on);
  const register = await loadLandRegister(db, today);
  const [onFile, deliveries] = await Promise.all([
    standardFormsOnFile(db, register, today),
    firstDeliveries(db, formYear),
  ]);
  const { contractProcedure } = standing;
  const year = { formYear, district: standing, on, onFile, firstDeliveries: deliveries, contractProcedure };
  return { register, standing, filings: filingsOf(register, year) };
}
