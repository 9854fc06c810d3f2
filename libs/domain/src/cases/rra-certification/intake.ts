import { z } from 'zod';
import type { CaseState } from '../../case/index.ts';
import { choice, code, count, date, longText, quantity, text, yesNo } from '../../forms/index.ts';
import {
  applicabilities,
  formNumbers,
  type Holding,
  holderKinds,
  priorLawKinds,
  recipientKinds,
} from '../../land/index.ts';

/** An id of the register of land: of a landholder, a spouse, a parcel. */
export const registerId = (title: string) =>
  z
    .string()
    .max(60)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, 'an id of the register such as lh-0042')
    .meta({ title });

/** The form year is the calendar year that is printed on the form (A23). */
export const formYear = (title: string) => z.int().min(1997).max(2100).meta({ title });
export const rraForm = (title: string) => choice(title, formNumbers);

const holding = z.strictObject({
  parcel: registerId('Parcel'),
  acres: quantity('Acres'),
  tenure: choice('Held as', ['owned', 'leased']),
  share: quantity('Part of the parcel').optional(),
  class1Ratio: quantity('Class 1 equivalent of one acre').optional(),
  nonexempt: yesNo('Under acreage limitation').optional(),
  /** Land that came by foreclosure or the like may take water for some years though it is excess (A16). */
  acquiredInvoluntarilyOn: date('Acquired involuntarily on').optional(),
  /** Former excess land whose seller goes on servicing it as farm operator takes no water (A26). */
  operatedByFormerOwner: yesNo('Serviced by its former owner, who sold it as excess').optional(),
});

const parcelAcres = z.strictObject({ parcel: registerId('Parcel'), acres: quantity('Acres') });
export const parcelList = (title: string) => z.array(parcelAcres).max(500).meta({ title });

/**
 * What the campaign, or the specialist who opens the case by hand, knows of the landholder. Where `forms` is absent
 * the procedure works out the duty by itself.
 */
export const rraIntake = z.object({
  landholder: registerId('Landholder'),
  formYear: formYear('Form year'),
  holder: choice('Landholder is', holderKinds),
  recipientKind: choice('Recipient under the Act', recipientKinds),
  receivedWaterBy1981: yesNo('Received irrigation water on or before 1 October 1981').optional(),
  priorLaw: choice('Prior law recipient is', priorLawKinds).optional(),
  applicability: choice('The district is under', applicabilities),
  category: z.int().min(1).max(2).meta({ title: 'Category of the district' }),
  westwideAcres: quantity('Nonexempt acres westwide; of an operator those serviced'),
  districtCount: count('Districts with land').optional(),
  parcels: z.array(registerId('Parcel')).max(500).meta({ title: 'Parcels in this district' }),
  forms: z.array(rraForm('Form')).max(10).meta({ title: 'Forms required' }).optional(),
  reasons: z.array(longText('Reason')).max(20).meta({ title: 'Why these', personal: true }).optional(),
  verificationAllowed: yesNo('7-21VERIFY suffices').optional(),
  hasStandardForm: yesNo('A standard form is on file').optional(),
  changedSince: yesNo('Changed since the last standard form').optional(),
  firstDeliveryOn: date('First delivery to the parcels').optional(),
  mailingAddress: text('Where letters go').optional(),
  language: code('Language of the landholder').optional(),
  signers: z.array(registerId('Signer')).max(20).meta({ title: 'Who signs' }).optional(),
  spouse: registerId('Spouse, who signs too').optional(),
  holdings: z.array(holding).max(1000).meta({ title: 'Land held westwide', personal: true }).optional(),
  /** What the last standard form says, on which a verification leans (A22): a designation binds the land (A7). */
  excessOnFile: parcelList('Excess land designated earlier').optional(),
  fullCostOnFile: parcelList('Full-cost land selected on the last standard form').optional(),
  recordableContractAcres: quantity('Excess acres under recordable contract').optional(),
  contractProcedure: yesNo('The contract has its own procedure of designation').optional(),
});

export type RraDetails = z.infer<typeof rraIntake>;

export const detailsOf = (state: Pick<CaseState, 'details'>): RraDetails => state.details as unknown as RraDetails;

/** The land westwide as the tests of acreage limitation take it; none where only the sum is known. */
export function holdingsOf({ holdings = [] }: RraDetails): readonly Holding[] {
  return holdings.map(({ share = '1', class1Ratio = '1', nonexempt = true, ...held }) => ({
    ...held,
    share,
    class1Ratio,
    nonexempt,
  }));
}
