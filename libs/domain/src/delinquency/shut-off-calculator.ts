import { z } from 'zod';
import { calculator } from '../calculators/calculator.ts';
import { day, moment } from '../calculators/dates.ts';
import { choice, money, text, yesNo } from '../forms/index.ts';
import { type CivilDate, millis } from '../time/index.ts';
import {
  districtDays,
  dwellingAnswers,
  type ShutOffFacts,
  type ShutOffVerdict,
  type Stay,
  services,
  shutOffVerdict,
} from './index.ts';

const contact = z.strictObject({
  kind: choice('How', ['phone', 'written']),
  at: moment('When'),
  reached: yesNo('The customer was reached').optional(),
});

const finalContact = z.strictObject({ kind: choice('How', ['adult', 'posted']), at: moment('When') });

/** Through this day; an instant means its day where the district is. */
const through = (title: string) => z.union([day(title), moment(title)]);

const stay = z.union([
  z.boolean(),
  text('Kind of stay', 60),
  z.strictObject({ kind: text('Kind of stay', 60), until: through('Until').optional() }),
]);

const medical = z.strictObject({
  certificate: yesNo('A primary care provider certified the threat'),
  unableToPay: yesNo('The customer is financially unable to pay'),
  willingToArrange: yesNo('The customer is willing to arrange'),
});

const arrangement = z.strictObject({
  state: choice('State', ['kept', 'broken']),
  brokenSince: day('First day of non-compliance').optional(),
  finalPostedAt: moment('Final notice posted').optional(),
});

const input = z.strictObject({
  at: moment('Shut-off at'),
  service: choice('Service', services),
  dwelling: choice('Does any dwelling take water here?', dwellingAnswers).optional(),
  billMailedOn: day('Bill mailed on'),
  dueOn: day('Due on'),
  balance: money('Unpaid principal'),
  contacts: z.array(contact).max(100).meta({ title: 'Contacts' }),
  noticeMailedAt: moment('Notice of termination mailed').optional(),
  finalContacts: z.array(finalContact).max(100).meta({ title: 'Final contacts' }).optional(),
  appealPending: yesNo('An appeal is pending').optional(),
  disputePending: yesNo('A dispute is pending').optional(),
  extensionUntil: through('Extension until').optional(),
  languagesComplete: yesNo('Every required language is in the notices').optional(),
  paymentsThrough: moment('Payments known through').optional(),
  stay: stay.meta({ title: 'Stay' }).optional(),
  medical: medical.meta({ title: 'Medical' }).optional(),
  arrangement: arrangement.meta({ title: 'Arrangement' }).optional(),
});

type Input = z.output<typeof input>;

/** `earliest` is an ISO instant in UTC. */
export const shutOffEligibilityCalculator = calculator({
  name: 'shut-off-eligibility',
  title: 'May the water be shut off?',
  description: 'Looks at every rule of shut-off that binds the account, and says when it would be lawful.',
  input,
  run(asked) {
    const { allowed, unmet, earliest, looked } = shutOffVerdict(factsOf(asked), asked.at);
    return { result: { allowed, unmet, earliest }, steps: looked.map(stepOf) };
  },
});

function factsOf({ at: _at, stay: stated, extensionUntil, ...facts }: Input): ShutOffFacts {
  const inForce = stayOf(stated);
  const extension = extensionUntil ? { extensionUntil: dayIn(extensionUntil) } : {};
  return { ...facts, ...extension, ...(inForce ? { stay: inForce } : {}) };
}

const dayIn = (text: string): CivilDate => (text.length === 10 ? text : districtDays.office.dateAt(millis(text)));

function stayOf(stated: Input['stay']): Stay | null {
  if (!stated) return null;
  if (stated === true) return { kind: 'stay' };
  if (typeof stated === 'string') return { kind: stated };
  return { kind: stated.kind, ...(stated.until ? { until: dayIn(stated.until) } : {}) };
}

function stepOf({ rule, says, text: why, holds }: ShutOffVerdict['looked'][number]) {
  return { rule, text: `${says} Here: ${why}.`, value: holds };
}
