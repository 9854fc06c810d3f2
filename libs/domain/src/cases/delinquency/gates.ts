import { type CaseState, type Moment, Refusal, refuse, type TaskGate } from '../../case/index.ts';
import {
  lienUnmet,
  mayReview,
  type OrderAct,
  orderVerdict,
  type ShutOffVerdict,
  shutOffVerdict,
} from '../../delinquency/index.ts';
import { millis } from '../../time/index.ts';
import { type Collection, collectionOf } from './collection/index.ts';
import { orderFacts, principalOf, shutOffFacts } from './facts.ts';
import { debtOf } from './intake.ts';
import { type CollectionLaw, daysOf, today } from './law.ts';
import { countyDeadlineOn } from './lien-deadline.ts';

const lawAct = { open: 'issue', claim: 'claim', complete: 'carry-out' } as const satisfies Record<string, OrderAct>;

/** What the law says of an act on a shut-off order at this moment. */
export function verdictOn(
  act: OrderAct,
  state: CaseState,
  moment: Moment,
  law: CollectionLaw,
  more: object = {},
): ShutOffVerdict {
  const collection = collectionOf(state);
  const facts = shutOffFacts(state, moment, collection);
  return orderVerdict(
    act,
    facts,
    { ...orderFacts(collection), ...more },
    moment.now,
    daysOf(moment.office),
    law.statute,
  );
}

/** No order is issued, claimed or carried out unless every rule of the account and of the order holds there and then. */
export const shutOffGate =
  (law: CollectionLaw): TaskGate =>
  (state, act, moment, task, { outcome }) => {
    if (act === 'complete' && outcome?.ending !== 'done') return;
    const { order, waterOff } = collectionOf(state);
    if (waterOff) refuse('water-is-off', 'The water is off already.', 'B2');
    if (act === 'open' && order) refuse('order-in-force', 'An order is in force already.', 'F5');
    if (task && order?.taskId !== task.id) refuse('no-order', 'There is no order in force for this task.', 'F5');
    const opensNow = act === 'complete' && task?.status === 'open';
    const released = order?.releaseCode !== undefined && outcome?.releaseCode === order.releaseCode;
    const verdict = verdictOn(
      lawAct[act],
      state,
      moment,
      law,
      opensNow ? { checkedAt: moment.now, released } : { released },
    );
    if (!verdict.allowed) refuseByLaw('shut-off-unlawful', verdict);
  };

/** The refusal of an unlawful act, with every rule that does not hold. */
export function refuseByLaw(code: string, { unmet }: Pick<ShutOffVerdict, 'unmet'>): never {
  const errors = unmet.map(({ rule, text }) => ({ path: rule, message: text }));
  const message = unmet.map(({ rule, text }) => `${rule}: ${text}`).join('; ');
  throw new Refusal('rule', code, message, { rule: unmet[0]?.rule ?? 'B20', errors });
}

/** The review manager is another person than who decided (rule F11). */
export const reviewGate: TaskGate = (state, act, _moment, task, { actor }) => {
  if (act === 'open') return;
  const deciders = [task?.askedBy, state.assignee, state.openedBy.kind === 'staff' ? state.openedBy.name : null];
  if (deciders.some((decider) => decider && !mayReview(actor.name, decider))) {
    refuse('own-review', 'A review is made by another person than who decided.', 'F11');
  }
};

/** A stay bars every step of collection (rule F7). */
export const notStayedGate: TaskGate = (state, act, moment) => {
  if (act === 'open' && isStayed(collectionOf(state), moment))
    refuse('stayed', 'A stay bars every step of collection.', 'F7');
};

export function isStayed({ stays }: Pick<Collection, 'stays'>, moment: Moment): boolean {
  return stays.some(({ until }) => until === undefined || until >= today(moment));
}

const cureHours = 48;

/** The final notice is posted only after the conditions of cure were told for two days (rule F9). */
export const finalPostingGate: TaskGate = (state, act, moment, task, by) => {
  notStayedGate(state, act, moment, task, by);
  const told = collectionOf(state).arrangement?.cureNoticeAt;
  if (told && millis(moment.now) - millis(told) >= cureHours * 3_600_000) return;
  refuse('cure-not-told', `The conditions of cure are told at least ${cureHours} hours before the final notice.`, 'F9');
};

/** Water is refused only after the due process of the board's rule, office hours and orders apart (rules B21, F12). */
export const refuseWaterGate: TaskGate = (state, _act, moment) => {
  const facts = { ...shutOffFacts(state, moment), paymentsThrough: undefined };
  const { unmet } = shutOffVerdict(facts, moment.now, daysOf(moment.office));
  const binding = unmet.filter(({ rule }) => rule !== 'B19');
  if (binding.length > 0) refuseByLaw('refusal-unlawful', { unmet: binding });
};

/** A charge goes on the county's list only with every condition of the lien (rules B22, F12). */
export const lienGate: TaskGate = (state, _act, moment) => {
  const { lien, ...collection } = collectionOf(state);
  const debt = debtOf(state);
  const on = today(moment);
  const unmet = lienUnmet(
    {
      service: debt.service,
      unpaid: principalOf(debt, { lien, ...collection }),
      countyDeadline: countyDeadlineOn(lien.tiedOutOn ?? on),
      ...(lien.tiedOutOn ? { tiedOutOn: lien.tiedOutOn } : {}),
      ...(lien.ownerToldOn ? { ownerToldOn: lien.ownerToldOn } : {}),
      ...(lien.resolvedOn ? { resolvedOn: lien.resolvedOn } : {}),
    },
    on,
  );
  if (unmet.length > 0) refuseByLaw('lien-unlawful', { unmet });
};
