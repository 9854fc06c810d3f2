import { type Calculation, calculator, type Step } from '../calculators/calculator.ts';
import { fault, type InputError, InputFault } from '../calculators/input-fault.ts';
import { isLegalHoliday } from '../calendar/index.ts';
import { cents, type Decimal, type Money, plainText, type Quantity, sum } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { classCharge, type Lateness, sharesAddToOne, statementCharge } from './charges.ts';
import { additionsOf } from './late-additions.ts';
import { statementDueOn, timelyThrough } from './period.ts';
import { acreFeetOf, meteredProduction, noProduction, type Production } from './production.ts';
import { type Statement, statementInput } from './statement-input.ts';

export interface StatementResult {
  readonly dueOn: CivilDate;
  readonly timelyThrough: CivilDate;
  readonly productionAf: Quantity;
  readonly charge: Money;
  readonly penalty: Money;
  readonly interest: Money;
  readonly total: Money;
}

export const groundwaterStatementCalculator = calculator({
  name: 'groundwater-statement',
  title: 'Groundwater production statement',
  description: 'Due date, production, charge, penalty and interest of a half-yearly statement.',
  input: statementInput,
  run(statement): Calculation<StatementResult> {
    if (!sharesAddToOne(statement.classes)) fault('classes', 'the shares of the classes must add to exactly 1 (F21)');
    const { production, steps } = productionOf(statement);
    const charge = statementCharge(production, statement.classes);
    const late = latenessOf(statement);
    const additions = additionsOf(statement, charge, late);
    const total = sum([charge, additions.penalty, additions.interest]);
    return {
      result: {
        dueOn: late.dueOn,
        timelyThrough: late.timelyThrough,
        productionAf: plainText(acreFeetOf(production)),
        charge: cents(charge),
        penalty: cents(additions.penalty),
        interest: cents(additions.interest),
        total: cents(total),
      },
      steps: [
        ...steps,
        ...chargeSteps(statement, production, charge),
        ...dueSteps(late),
        ...additions.steps,
        { rule: 'C8', text: 'Total: charge + penalty + interest', value: cents(total) },
      ],
    };
  },
});

interface Stated {
  readonly production: Production;
  readonly steps: readonly Step[];
}

function productionOf({ metered, startReading, endReading, registerDigits, unit }: Statement): Stated {
  if (startReading === undefined && endReading === undefined && !metered) return nilStatement;
  if (startReading === undefined || endReading === undefined) return missingReadings(startReading, endReading);
  const passed = meteredProduction({ start: startReading, end: endReading, registerDigits });
  if (passed.kind === 'impossible') return fault(`${passed.reading}Reading`, passed.why);
  const production = { volume: passed.volume, unit };
  const how = passed.rolledOver ? 'end + one turn of the register − start' : 'end − start';
  return {
    production,
    steps: [
      { rule: metered ? 'C24' : 'C11', text: `Readings in ${unit}: ${how}`, value: plainText(passed.volume) },
      { rule: 'C24', text: 'Production in acre-feet', value: plainText(acreFeetOf(production)) },
      { rule: 'C7', text: 'No production: a nil statement, which is still due', value: passed.volume.isZero() },
    ],
  };
}

const nilStatement: Stated = {
  production: noProduction,
  steps: [{ rule: 'C7', text: 'No production stated: a nil statement, which is still due', value: true }],
};

function missingReadings(start: string | undefined, end: string | undefined): never {
  const missing = (path: string, reading: string | undefined): InputError[] =>
    reading === undefined ? [{ path, message: 'a production needs both readings' }] : [];
  throw new InputFault([...missing('startReading', start), ...missing('endReading', end)]);
}

function latenessOf({ period, filedOn, paidOn, asOf }: Statement): Lateness {
  const dueOn = statementDueOn(period);
  return { dueOn, timelyThrough: timelyThrough(dueOn, isLegalHoliday), filedOn, paidOn, asOf };
}

function chargeSteps({ classes }: Statement, production: Production, charge: Decimal): Step[] {
  const lines = classes.map((use) => ({
    rule: 'C8',
    text: `${use.class}: acre-feet × share ${use.share} × $${use.rate}`,
    value: plainText(classCharge(production, use)),
  }));
  return [
    { rule: 'F21', text: 'The shares of the classes add to 1', value: true },
    ...lines,
    { rule: 'C8', text: 'Charge: sum of the classes, to the cent', value: cents(charge) },
  ];
}

function dueSteps({ dueOn, timelyThrough: through }: Lateness): Step[] {
  return [
    { rule: 'C6', text: 'Statement and payment due on', value: dueOn },
    { rule: 'F21', text: 'In time through', value: through },
  ];
}
