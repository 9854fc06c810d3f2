import { type Decimal, decimal } from '../money/index.ts';
import { setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';

/** How far a statement may lie from the same half of last year before somebody looks at it. */
export const unusualChangePercent = setting('groundwater.unusualChangePercent', {
  value: '50',
  unit: 'percent of the same half last year',
  from: '2000-01-01',
  rule: 'C24',
  source: 'office practice',
  confirmed: false,
});

export interface StatementFacts {
  readonly productionAf: Decimal;
  /** The same half of last year; null when there was none. */
  readonly lastYearAf: string | null;
  /** What the facility could produce in the half year at most; null when unknown. */
  readonly capacityAf: string | null;
}

export interface Question {
  readonly rule: 'C24';
  readonly text: string;
}

/** What the technician should ask before the statement is posted; it refuses nothing (C24). */
export function statementQuestions(facts: StatementFacts, on: CivilDate): readonly Question[] {
  return [...lastYearQuestion(facts, on), ...capacityQuestion(facts)];
}

function lastYearQuestion({ productionAf, lastYearAf }: StatementFacts, on: CivilDate): Question[] {
  if (lastYearAf === null) return [];
  const allowed = decimal(lastYearAf).times(unusualChangePercent.on(on)).div(100);
  if (productionAf.minus(lastYearAf).abs().lte(allowed)) return [];
  return [{ rule: 'C24', text: `Last year's same half was ${lastYearAf} acre-feet` }];
}

function capacityQuestion({ productionAf, capacityAf }: StatementFacts): Question[] {
  if (capacityAf === null || productionAf.lte(capacityAf)) return [];
  return [{ rule: 'C24', text: `More than the facility can produce: ${capacityAf} acre-feet` }];
}
