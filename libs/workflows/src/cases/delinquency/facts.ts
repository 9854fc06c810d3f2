import { fact } from '../../kernel/index.ts';

/** What the law and the record ask the office to do next: codes, figures and instants only. */
export type Course = {
  /** Under which law: that of dwellings, or of all other service. */
  readonly path: 'residential' | 'other';
  readonly move: string;
  readonly at: string | null;
  /** How many happenings the record held when this was planned: the next one ends a wait. */
  readonly heard: number;
  readonly occupantToo: boolean;
  /** How many persons have approved an order. */
  readonly approvals: number;
  /** What the task of the move tells who does it. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcome: string | null;
};

export const nextMove = fact<object, Course>('delinquency/next-move');
