import { forbid, refuse, type TaskGate } from '../../case/index.ts';
import { mayApproveOrder } from '../../delinquency/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { collectionOf } from './collection/index.ts';

interface Approval {
  readonly by: string;
  readonly writtenDownBy?: string;
  readonly calledBack?: string;
}

/** Whose approval it is: of who completes the task, or of the one called back, whose word somebody else writes down. */
export function approvalOf({ approver, calledBack }: FormValues, actor: string): Approval {
  const back = calledBack ? { calledBack: String(calledBack) } : {};
  if (!approver || approver === actor) return { by: actor, ...back };
  return { by: String(approver), writtenDownBy: actor, ...back };
}

/** Two different persons look at an order before it is one, and nobody has a hand in both approvals (rule F11). */
export const twoPersonsGate: TaskGate = (state, act, { now, office }, _task, { actor, outcome }) => {
  if (act === 'open') return;
  const { hands } = collectionOf(state);
  const { by, writtenDownBy, calledBack } = approvalOf(outcome ?? {}, actor.name);
  const again = [by, writtenDownBy].find((hand) => hand !== undefined && hands.includes(hand));
  if (again)
    refuse('second-person', `${again} has approved this order; the second approval is another person's.`, 'F11');
  if (act === 'claim') return;
  if (writtenDownBy && !calledBack)
    refuse('not-called-back', 'An approval by telephone is written down with the number that was called back.', 'F11');
  if (!mayApproveOrder(by, office.people, now))
    forbid(`${by} may not approve a shut-off order, and stands in for nobody who may (rule F11).`);
};
