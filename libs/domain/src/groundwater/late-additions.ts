import type { Step } from '../calculators/calculator.ts';
import { figureOf } from '../calculators/fields.ts';
import { type InputError, refuse } from '../calculators/input-fault.ts';
import { cents, Decimal, decimal } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { filedLate, type Lateness, lateInterest, latePenalty, monthsLate } from './charges.ts';
import { interestPercentPerMonth, monthCounting, penaltyPercent } from './figures.ts';
import type { Statement } from './statement-input.ts';

/** Penalty and interest with the reasoning that leads to them (C10, F13, F21). Throws InputFault above the statute. */
export function additionsOf(statement: Statement, charge: Decimal, late: Lateness) {
  const { penaltyRate, interestRate, counting } = ratesOf(statement, late.dueOn);
  const isLate = filedLate(late);
  const months = monthsLate(late, counting);
  const penalty = isLate ? latePenalty(charge, penaltyRate) : new Decimal(0);
  const interest = lateInterest(charge, interestRate, months);
  const steps: Step[] = [
    { rule: 'C10', text: 'The statement is late', value: isLate },
    {
      rule: 'C10',
      text: `Penalty: ${penaltyRate.toFixed()} % of the charge when the statement is late`,
      value: cents(penalty),
    },
    { rule: 'F13', text: `Months of interest after the due date, ${counting}`, value: months },
    {
      rule: 'C10',
      text: `Interest: ${interestRate.toFixed()} % of the charge per month, simple`,
      value: cents(interest),
    },
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
