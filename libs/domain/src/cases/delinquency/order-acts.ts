import { type Draft, isActive, isWaitingForWork, resolveCase, writeLetter } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { decimal } from '../../money/index.ts';
import { collectionOf } from './collection/index.ts';
import { keepingNow, principalOf } from './facts.ts';
import { debtOf } from './intake.ts';
import { today } from './law.ts';

/** What was approved before something was heard is approved no more; an order in force is taken back with its task. */
export function reopenGate(draft: Draft, reason: string, rules: readonly string[]): void {
  withdrawOrder(draft, reason, rules);
  if (collectionOf(draft.state).approvedBy.length > 0) draft.emit('approvals-void', { reason, rules });
}

/** Takes back the order in force and its task, whoever has the task. */
export function withdrawOrder(draft: Draft, reason: string, rules: readonly string[]): void {
  const { order } = collectionOf(draft.state);
  if (!order) return;
  draft.emit('shut-off-withdrawn', { taskId: order.taskId, reason, rules });
  const task = draft.state.tasks.get(order.taskId);
  if (task && isWaitingForWork(task)) draft.emit('task-withdrawn', { taskId: task.id, step: task.step, reason });
}

/** The customer hears of it in the same transaction, by mail where an address is known. */
export function tell(draft: Draft, letter: string, data: FormValues = {}): void {
  writeLetter(draft, { letter: `${draft.definition.type}/${letter}`, data });
}

/** Work that goes on although something bars collection. */
const goesOn: ReadonlySet<string> = new Set([
  'appeal-review',
  'reconnect',
  'release-lien',
  'offer-arrangement',
  'clarify',
  'review',
]);

/** What bars collection withdraws what the office was about to do; the procedure then plans anew. */
export function interruptCollection(draft: Draft, reason: string, kinds?: readonly string[]): void {
  for (const task of [...draft.state.tasks.values()].filter(isWaitingForWork)) {
    if (kinds ? !kinds.includes(task.kind) : goesOn.has(task.kind)) continue;
    draft.emit('task-withdrawn', { taskId: task.id, step: task.step, reason });
  }
}

/** Paid in full ends the case at once; water that is off or a lien that stands is put right first, by the procedure. */
export function settleIfPaid(draft: Draft): void {
  const { state } = draft;
  const c = collectionOf(state);
  if (!isActive(state) || c.waterOff || (c.lien.listedOn && !c.lien.released)) return;
  const outcome = outcomeOf(draft);
  if (!outcome) return;
  if (c.refused) draft.emit('water-accepted', { rules: ['B21'] });
  resolveCase(draft, { outcome, note: '', step: null });
}

function outcomeOf({ state, moment }: Draft): string | null {
  const c = collectionOf(state);
  if (c.wrongful) return null;
  if (c.appealUpheld) return 'appeal-upheld';
  const keeping = keepingNow(c, today(moment), moment.office)?.state;
  const paid = decimal(principalOf(debtOf(state), c)).lte(0);
  if (!paid && keeping !== 'completed') return null;
  if (c.lien.released) return 'lien-released';
  if (c.everOff) return 'shut-off-and-reconnected';
  return keeping === undefined || keeping === 'broken' ? 'paid' : 'arrangement-kept';
}
