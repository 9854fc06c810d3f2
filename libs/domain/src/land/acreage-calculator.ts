import { z } from 'zod';
import { type Calculation, calculator, type Step } from '../calculators/calculator.ts';
import { acres, named, ratio, share } from '../calculators/fields.ts';
import { choice, yesNo } from '../forms/index.ts';
import { plainText } from '../money/index.ts';
import {
  type AcreageLimitation,
  acreageLimitation,
  countedAcres,
  type Holding,
  priorLawKinds,
  recipientKinds,
} from './acreage-limitation.ts';

const input = z.strictObject({
  landholder: z.strictObject({
    kind: choice('Recipient under the Act', recipientKinds),
    receivedWaterBy1981: yesNo('Received irrigation water on or before 1 October 1981').default(false),
    priorLaw: choice('Prior law recipient is', priorLawKinds).optional(),
  }),
  holdings: z
    .array(
      z.strictObject({
        parcel: named('Parcel'),
        acres: acres('Irrigable acres'),
        tenure: choice('Held as', ['owned', 'leased']),
        share: share('Part of the parcel').default('1'),
        class1Ratio: ratio('Class 1 equivalent of one acre').default('1'),
        nonexempt: yesNo('Under acreage limitation').default(true),
      }),
    )
    .max(5000)
    .meta({ title: 'Land held westwide, direct and indirect' }),
});

export interface AcreageLimitationResult {
  readonly ownedAcres: string;
  readonly ownershipEntitlement: string;
  readonly excessAcres: string;
  readonly totalAcres: string;
  readonly nonFullCostEntitlement: string;
  readonly fullCostAcres: string;
}

export const acreageLimitationCalculator = calculator({
  name: 'acreage-limitation',
  title: 'Acreage limitation',
  description: 'Excess acres and full-cost acres of a landholder under the Reclamation Reform Act: two separate tests.',
  input,
  run({ landholder, holdings }, today): Calculation<AcreageLimitationResult> {
    const found = acreageLimitation(landholder, holdings, today);
    return { result: resultOf(found), steps: [...holdings.map(holdingStep), ...testSteps(found)] };
  },
});

function resultOf(found: AcreageLimitation): AcreageLimitationResult {
  return {
    ownedAcres: plainText(found.owned),
    ownershipEntitlement: plainText(found.ownershipEntitlement),
    excessAcres: plainText(found.excess),
    totalAcres: plainText(found.total),
    nonFullCostEntitlement: plainText(found.nonFullCostEntitlement),
    fullCostAcres: plainText(found.fullCost),
  };
}

function holdingStep(holding: Holding): Step {
  const { parcel, acres: whole, tenure, share: part, class1Ratio, nonexempt } = holding;
  if (!nonexempt) return { rule: 'A9', text: `${parcel}: exempt from acreage limitation, not counted`, value: '0' };
  const value = plainText(countedAcres(holding));
  const text = `${parcel}: ${whole} acres ${tenure} × share ${part} × Class 1 ratio ${class1Ratio}`;
  return { rule: class1Ratio === '1' ? 'A11' : 'A10', text, value };
}

function testSteps(found: AcreageLimitation): Step[] {
  const { excessAcres, fullCostAcres, ...result } = resultOf(found);
  return [
    { rule: 'A11', text: 'Acres owned', value: result.ownedAcres },
    { rule: 'A3', text: 'Ownership entitlement', value: result.ownershipEntitlement },
    { rule: 'A5', text: 'Excess: owned above the ownership entitlement, takes no water', value: excessAcres },
    { rule: 'A11', text: 'Acres leased', value: plainText(found.leased) },
    { rule: 'A11', text: 'Acres owned and leased', value: result.totalAcres },
    { rule: 'A4', text: 'Nonfull-cost entitlement', value: result.nonFullCostEntitlement },
    { rule: 'F17', text: 'Owned acres that may take water', value: plainText(found.eligibleOwned) },
    {
      rule: 'F17',
      text: 'Full cost: eligible owned + leased above the nonfull-cost entitlement',
      value: fullCostAcres,
    },
  ];
}
