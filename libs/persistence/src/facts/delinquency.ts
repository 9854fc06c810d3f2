import { nextMove } from '@headgate/domain/cases/delinquency';
import type { Fact } from './fact.ts';

/** What the law and the record of the case ask the office to do next. */
const move: Fact<object> = async ({ state, moment }) => {
  const { why: _why, ...course } = nextMove(state, moment);
  return course;
};

export const delinquencyFacts = { 'delinquency/next-move': move };
