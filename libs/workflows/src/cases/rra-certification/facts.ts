import { fact } from '../../kernel/index.ts';

/** Whether anything is to be filed at all, and which lines of work follow from the land: codes and figures only. */
export type DutyFound = {
  readonly mustFile: boolean;
  readonly because: 'over-threshold' | 'under-threshold' | 'exempt';
  readonly forms: readonly string[];
  readonly fullCostAcres: string;
  readonly ineligibleAcres: string;
};

/** What the law and the record ask one line of the office to do next. */
export type Course = {
  readonly move: string;
  readonly on: string;
  readonly at: string | null;
  /** How many happenings of these kinds the record held when this was planned: the next one ends a wait. */
  readonly heard: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcome: string | null;
};

export type Line = 'paper' | 'water' | 'money' | 'excess';

export const dutyFound = fact<object, DutyFound>('rra-certification/duty');
export const nextMove = fact<{ line: Line; listensTo: readonly string[] }, Course>('rra-certification/next-move');
