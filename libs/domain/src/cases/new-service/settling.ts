import { type Draft, type NewEvent, refuse } from '../../case/index.ts';
import { appealDays, completionDays } from '../../installations/index.ts';
import { addDays } from '../../time/index.ts';
import { applicationOf } from './application.ts';
import { today } from './days.ts';
import { holdsMoney, settlingOf, sheetOf } from './funds.ts';
import { verdictOf } from './judging.ts';

/** What the law does when the procedure comes to a stage: a refusal is one from then on, and can be appealed. */
export function stageEntered(draft: Draft, { data }: NewEvent<'stage-entered'>): void {
  switch (data.stage) {
    case 'refused':
      return refuseService(draft);
    case 'incomplete':
      return askForTheRest(draft);
    case 'settlement':
      return reconcileCosts(draft);
    default:
  }
}

function refuseService(draft: Draft): void {
  const on = today(draft.moment);
  const verdict = verdictOf(draft.state, on);
  if (verdict.is !== 'refused') return;
  draft.emit('service-refused', {
    reasons: verdict.reasons,
    appealBy: addDays(on, appealDays.on(on)),
    by: applicationOf(draft.state).eligibility?.by ?? null,
    rules: [...new Set(verdict.reasons.map(({ rule }) => rule))],
  });
}

function askForTheRest(draft: Draft): void {
  const on = today(draft.moment);
  const verdict = verdictOf(draft.state, on);
  if (verdict.is !== 'incomplete') return;
  const returnBy = addDays(on, completionDays.on(on));
  draft.emit('application-incomplete', { missing: verdict.missing, returnBy, rules: ['F20'] });
}

/** Compares what was paid with what was really done, as soon as that is known; once (D17, D19). */
export function reconcileCosts(draft: Draft): void {
  const a = applicationOf(draft.state);
  const settling = settlingOf(a, today(draft.moment));
  if (a.settled || !settling) return;
  const { lines, reconciliation } = settling;
  const { received, actual, refund, due, cost } = reconciliation;
  draft.emit('costs-reconciled', {
    ...sheetOf(lines, cost),
    received,
    actual,
    estimated: a.estimate?.state === 'accepted' ? a.estimate.total : null,
    refund,
    due,
    rules: ['D17', 'D19'],
  });
}

/** A difference that nobody approved is the district's own. */
export function approvalRefused(draft: Draft, { data }: NewEvent<'approval-refused'>): void {
  const { settled } = applicationOf(draft.state);
  if (!settled || draft.state.tasks.get(data.taskId)?.facts.about !== 'difference') return;
  draft.emit('difference-waived', { amount: settled.due, rules: ['D17'] });
}

/** No application is closed over money that is the applicant's (D17). */
export function mustHoldNoMoney(draft: Draft): void {
  if (holdsMoney(draft.state))
    refuse(
      'holds-money',
      'The office holds money of the applicant: withdraw the application, and it is refunded.',
      'D17',
    );
}
