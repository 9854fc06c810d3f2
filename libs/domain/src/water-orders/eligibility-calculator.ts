import { z } from 'zod';
import { type Calculation, calculator, type Step } from '../calculators/calculator.ts';
import { acreFeet, dollars, moment, named } from '../calculators/fields.ts';
import { fault } from '../calculators/input-fault.ts';
import { districtZone } from '../calendar/index.ts';
import { choice, yesNo } from '../forms/index.ts';
import { applicabilities } from '../land/applicability.ts';
import type { Condition, Landholding } from '../land/delivery-conditions.ts';
import { Decimal, decimal } from '../money/index.ts';
import { civilDateAt } from '../time/index.ts';
import { type OrderFacts, orderConditions, reasonsAgainst } from './eligibility.ts';

const landholding = z.strictObject({
  landholder: named('Landholder'),
  formYear: z
    .union([z.int().min(1982).max(2200), z.string().regex(/^(19|2\d)\d\d$/, 'a year such as 2027'), z.null()])
    .meta({ title: 'Year of the form that is in' }),
  accepted: yesNo('The form is accepted'),
  underThreshold: yesNo('Recorded as under the threshold').optional(),
});

/** Dollars, or only whether there is anything due or paid. */
const dueOrPaid = (title: string) => z.union([z.boolean(), dollars(title)]).meta({ title });

const input = z.strictObject({
  at: moment('Checked at'),
  parcel: named('Parcel'),
  orderAf: acreFeet('Order in acre-feet'),
  district: z.strictObject({ applicability: choice('The district is under', applicabilities) }),
  owners: z.array(landholding).max(500).meta({ title: 'Owners' }),
  lessees: z.array(landholding).max(500).meta({ title: 'Lessees' }),
  delinquent: yesNo('Delinquent charges'),
  applicationOnFile: yesNo('Application on file'),
  allocationLeftAf: acreFeet('Allocation left in acre-feet'),
  cropReportIn: yesNo('Crop report is in'),
  excessIneligible: yesNo('Ineligible excess land'),
  fullCostDue: dueOrPaid('Full-cost charge due').default(false),
  fullCostPaid: dueOrPaid('Full-cost charge paid').default(false),
});
type Input = z.output<typeof input>;

export interface OrderEligibility {
  readonly eligible: boolean;
  readonly reasons: readonly { readonly rule: string; readonly text: string }[];
}

export const waterOrderEligibilityCalculator = calculator({
  name: 'water-order-eligibility',
  title: 'Water order eligibility',
  description: 'Whether an irrigation order may be approved or turned on, with every reason that speaks against it.',
  input,
  run(order): Calculation<OrderEligibility> {
    if (decimal(order.orderAf).isZero()) fault('orderAf', 'an order is for more than nothing');
    const conditions = orderConditions(factsOf(order), civilDateAt(order.at, districtZone));
    const reasons = reasonsAgainst(conditions);
    return {
      result: { eligible: reasons.length === 0, reasons },
      steps: [
        { rule: 'A36', text: 'The district is under the Act’s', value: order.district.applicability },
        ...conditions.map(stepOf),
      ],
    };
  },
});

function factsOf({ district, owners, lessees, fullCostDue, fullCostPaid, at: _, ...order }: Input): OrderFacts {
  return {
    ...order,
    applicability: district.applicability,
    owners: owners.map(withYear),
    lessees: lessees.map(withYear),
    ...fullCost(fullCostDue, fullCostPaid),
  };
}

function withYear({ formYear, ...holding }: z.output<typeof landholding>): Landholding {
  return { ...holding, formYear: formYear === null ? null : Number(formYear) };
}

/** A plain yes to "paid" means in full; a plain yes to "due" is satisfied by that or by any payment. */
function fullCost(due: boolean | string, paid: boolean | string): Pick<OrderFacts, 'fullCostDue' | 'fullCostPaid'> {
  const fullCostDue = typeof due === 'string' ? decimal(due) : new Decimal(due ? '0.01' : '0');
  if (typeof paid === 'string') return { fullCostDue, fullCostPaid: decimal(paid) };
  return { fullCostDue, fullCostPaid: paid ? fullCostDue : new Decimal(0) };
}

const stepOf = ({ rule, asks, holds }: Condition): Step => ({ rule, text: asks, value: holds });
