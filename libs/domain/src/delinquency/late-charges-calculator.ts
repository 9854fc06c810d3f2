import { z } from 'zod';
import { calculator, type Step } from '../calculators/calculator.ts';
import { day } from '../calculators/dates.ts';
import { figureOf, percent } from '../calculators/fields.ts';
import { refuse } from '../calculators/input-fault.ts';
import { choice, count } from '../forms/index.ts';
import { cents, plainText, sum } from '../money/index.ts';
import { beyondStatute, type LateCharges, lateChargePolicyOn, lateCharges } from './late-charges.ts';
import { chargedServices, type LateChargePolicy } from './late-charges-settings.ts';

const dollars = (title: string) =>
  z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/, 'an amount such as 12.50')
    .meta({ title, format: 'money' });

const policy = z.strictObject({
  penaltyPercent: percent('Penalty, percent, once').optional(),
  interestPercentPerMonth: percent('Interest, percent a month').optional(),
  graceDays: count('Days of grace').max(3660).optional(),
  monthCounting: choice('Months counted', ['whole', 'portion']).optional(),
});

const payment = z.strictObject({ on: day('Received on'), amount: dollars('Amount') });

const input = z.strictObject({
  service: choice('Service', chargedServices),
  amount: dollars('Principal'),
  dueOn: day('Due on'),
  asOf: day('As of'),
  payments: z.array(payment).max(1000).meta({ title: 'Payments' }).optional(),
  policy: policy.meta({ title: 'Policy' }).optional(),
});

type Input = z.output<typeof input>;

/** Dollars; throws InputFault on a policy above the statute's limits (rule F13). */
export const lateChargesCalculator = calculator({
  name: 'late-charges',
  title: 'Late charges',
  description: 'Penalty and simple interest on an unpaid charge, as of a day.',
  input,
  run(asked) {
    const terms = termsOf(asked);
    refuse(beyondStatute(terms, asked.asOf).map(({ field, text }) => ({ path: `policy.${field}`, message: text })));
    const charges = lateCharges({ ...asked, payments: asked.payments ?? [] }, terms);
    const { penalty, interest, total } = charges;
    return { result: { penalty, interest, total }, steps: stepsOf(asked, terms, charges) };
  },
});

function termsOf({ service, asOf, policy: stated = {} }: Input): LateChargePolicy {
  const usual = lateChargePolicyOn(asOf, service);
  return {
    penaltyPercent: plainText(figureOf(stated.penaltyPercent ?? usual.penaltyPercent)),
    interestPercentPerMonth: plainText(figureOf(stated.interestPercentPerMonth ?? usual.interestPercentPerMonth)),
    graceDays: stated.graceDays ?? usual.graceDays,
    monthCounting: stated.monthCounting ?? usual.monthCounting,
  };
}

function stepsOf(asked: Input, terms: LateChargePolicy, charges: LateCharges): Step[] {
  const rule = asked.service === 'groundwater' ? 'C10' : 'B21';
  return [
    { rule: 'F21', text: `Due on ${asked.dueOn}: nothing is charged through this day.`, value: charges.timelyThrough },
    { rule, text: 'Principal unpaid at the end of that day.', value: cents(charges.penalisedPrincipal) },
    { rule, text: `Penalty of ${terms.penaltyPercent} percent, once.`, value: charges.penalty },
    ...interestSteps(terms, charges),
    { rule, text: 'Interest, the sum to the cent, half up.', value: charges.interest },
    { rule, text: 'Payments received, to principal first.', value: cents(charges.paid) },
    { rule, text: 'Principal, penalty and interest less payments.', value: charges.total },
  ];
}

/** Months in a row on the same principal make one line. */
function interestSteps({ interestPercentPerMonth }: LateChargePolicy, { months }: LateCharges): Step[] {
  return [...Map.groupBy(months, ({ principal }) => principal.toFixed()).values()].map((same) => {
    const [first] = same;
    const days = same.length === 1 ? first?.on : `${first?.on} to ${same.at(-1)?.on}`;
    const count = same.length === 1 ? '1 month' : `${same.length} months`;
    const principal = cents(first?.principal ?? '0');
    return {
      rule: 'F13',
      text: `${count} counted on ${days}: ${interestPercentPerMonth} percent a month of ${principal} unpaid.`,
      value: plainText(sum(same.map((month) => month.interest))),
    };
  });
}
