import { isLegalHoliday } from '../calendar/index.ts';
import { type Calculation, type Step, calculator } from '../calculators/calculator.ts';
import { figureOf } from '../calculators/fields.ts';
import { type InputError, InputFault, fault, refuse } from '../calculators/input-fault.ts';
import { Decimal, type Money, type Quantity, cents, decimal, plainText, sum } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import {
  type Lateness,
  classCharge,
  filedLate,
  lateInterest,
  latePenalty,
  monthsLate,
  sharesAddToOne,
  statementCharge,
} from './charges.ts';
import { interestPercentPerMonth, monthCounting, penaltyPercent } from './figures.ts';
import { statementDueOn, timelyThrough } from './period.ts';
import { acreFeetOf, meteredProduction } from './production.ts';
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
    const production = productionOf(statement);
    const charge = statementCharge(production.acreFeet, statement.classes);
    const late = latenessOf(statement);
    const additions = additionsOf(statement, charge, late);
    const total = sum([charge, additions.penalty, additions.interest]);
    return {
      result: {
        dueOn: late.dueOn,
        timelyThrough: late.timelyThrough,
        productionAf: plainText(production.acreFeet),
        charge: cents(charge),
        penalty: cents(additions.penalty),
        interest: cents(additions.interest),
        total: cents(total),
      },
      steps: [
        ...production.steps,
        ...chargeSteps(statement, production.acreFeet, charge),
        ...dueSteps(late),
        ...additions.steps,
        { rule: 'C8', text: 'Total: charge + penalty + interest', value: cents(total) },
      ],
    };
  },
});

interface Production {
  readonly acreFeet: Decimal;
  readonly steps: readonly Step[];
}

function productionOf({ metered, startReading, endReading, registerDigits, unit }: Statement): Production {
  if (startReading === undefined && endReading === undefined && !metered) return nilStatement;
  if (startReading === undefined || endReading === undefined) return missingReadings(startReading, endReading);
  const passed = meteredProduction({ start: startReading, end: endReading, registerDigits });
  if (passed.kind === 'impossible') return fault(`${passed.reading}Reading`, passed.why);
  const acreFeet = acreFeetOf(passed.volume, unit);
  const how = passed.rolledOver ? 'end reading + one turn of the register − start reading' : 'end − start reading';
  return {
    acreFeet,
    steps: [
      { rule: metered ? 'C24' : 'C11', text: `Production in ${unit}: ${how}`, value: plainText(passed.volume) },
      { rule: 'C24', text: 'Production in acre-feet', value: plainText(acreFeet) },
    ],
  };
}

const nilStatement: Production = {
  acreFeet: new Decimal(0),
  steps: [{ rule: 'C7', text: 'No production stated: a nil statement, which is still due', value: '0' }],
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

function additionsOf(statement: Statement, charge: Decimal, late: Lateness) {
  const { penaltyRate, interestRate, counting } = ratesOf(statement, late.dueOn);
  const isLate = filedLate(late);
  const months = monthsLate(late, counting);
  const penalty = isLate ? latePenalty(charge, penaltyRate) : new Decimal(0);
  const interest = lateInterest(charge, interestRate, months);
  const steps: Step[] = [
    { rule: 'C10', text: 'The statement is late', value: isLate },
    { rule: 'C10', text: `Penalty: ${penaltyRate.toFixed()} % of the charge when the statement is late`, value: cents(penalty) },
    { rule: 'F13', text: `Months of interest after the due date, ${counting}`, value: months },
    { rule: 'C10', text: `Interest: ${interestRate.toFixed()} % of the charge per month, simple`, value: cents(interest) },
  ];
  return { penalty, interest, steps };
}

/** The board may ask less than the statute allows, never more (F13). */
function ratesOf({ policy }: Statement, on: CivilDate) {
  const statute = { penalty: penaltyPercent.on(on), interest: interestPercentPerMonth.on(on) };
  const penaltyRate = figureOf(policy?.penaltyPercent ?? statute.penalty);
  const interestRate = figureOf(policy?.interestPercentPerMonth ?? statute.interest);
  refuse([
    ...aboveStatute('policy.penaltyPercent', penaltyRate, statute.penalty),
    ...aboveStatute('policy.interestPercentPerMonth', interestRate, statute.interest),
  ]);
  return { penaltyRate, interestRate, counting: policy?.monthCounting ?? monthCounting.on(on) };
}

function aboveStatute(path: string, asked: Decimal, limit: string): InputError[] {
  return asked.gt(decimal(limit)) ? [{ path, message: `above the statute's ${limit} % (C10)` }] : [];
}

function chargeSteps({ classes }: Statement, productionAf: Decimal, charge: Decimal): Step[] {
  const lines = classes.map((use) => ({
    rule: 'C8',
    text: `${use.class}: acre-feet × share ${use.share} × $${use.rate}`,
    value: plainText(classCharge(productionAf, use)),
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
