import { nextMove } from '@headgate/domain/cases/delinquency';
import type { Fact } from './fact.ts';

/** What the law and the record of the case ask the office to do next. */
const move: Fact<object> = async ({ state, moment }) => {
  const { path, move, at, heard, occupantToo, amount, outcome } = nextMove(state, moment);
  return { path, move, at, heard, occupantToo, amount, outcome };
};

export const delinquencyFacts = { 'delinquency/next-move': move };
