import { z } from 'zod';
import { acreFeet, day, dollarRate, named, percent, share } from '../calculators/fields.ts';
import { choice, yesNo } from '../forms/index.ts';
import { halfYearPattern } from './period.ts';
import { volumeUnits } from './production.ts';

const reading = (title: string) => acreFeet(title).meta({ title, unit: 'the unit of the meter' }).optional();

export const statementInput = z.strictObject({
  period: z.string().regex(halfYearPattern, 'a half year such as 2027-H1').meta({ title: 'Half year' }),
  metered: yesNo('The facility is metered'),
  startReading: reading('Reading at the start'),
  endReading: reading('Reading at the end'),
  registerDigits: z.int().min(1).max(12).optional().meta({ title: 'Digits of the register' }),
  unit: choice('Unit', volumeUnits),
  classes: z
    .array(
      z.strictObject({
        class: named('Class of use'),
        share: share('Part of the production'),
        rate: dollarRate('Dollars per acre-foot'),
      }),
    )
    .min(1)
    .max(50)
    .meta({ title: 'Classes of use' }),
  filedOn: day('Filed on').optional(),
  paidOn: day('Paid on').optional(),
  asOf: day('As known on'),
  policy: z
    .strictObject({
      penaltyPercent: percent('Penalty').optional(),
      interestPercentPerMonth: percent('Interest per month').optional(),
      monthCounting: choice('Months counted', ['whole', 'portion']).optional(),
    })
    .optional(),
});
export type Statement = z.output<typeof statementInput>;
