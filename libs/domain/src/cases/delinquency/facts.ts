import type { CaseState, Moment, Office } from '../../case/index.ts';
import {
  type Arrangement,
  bindingStay,
  interestAfterWaiver,
  type Keeping,
  type KeptRecord,
  keepingOf,
  lateChargePolicyOn,
  lateCharges,
  type RecordedFacts,
  type ShutOffOrder,
} from '../../delinquency/index.ts';
import { cents, Decimal, decimal, type Money, maxOf, sum } from '../../money/index.ts';
import type { CivilDate } from '../../time/index.ts';
import { type Collection, collectionOf } from './collection/index.ts';
import { type Debt, debtOf, dwellingOf } from './intake.ts';
import { daysOf, today } from './law.ts';

/** What is owed for water after the payments so far: principal alone, never below zero. */
export function principalOf({ amount }: Pick<Debt, 'amount'>, { payments, appealUpheld }: Collection): Money {
  if (appealUpheld) return '0.00';
  return cents(maxOf(decimal(amount).minus(sum(payments.map((payment) => payment.amount))), new Decimal(0)));
}

/** The record of the case as the law of shut-off asks for it, at the moment of asking. */
export function shutOffFacts(
  state: CaseState,
  moment: Pick<Moment, 'now' | 'office' | 'account'>,
  known?: Collection,
): RecordedFacts {
  const debt = debtOf(state);
  const c = known ?? collectionOf(state);
  const dwelling = dwellingOf(debt);
  const arrangement = arrangementOf(c, moment);
  return {
    service: debt.service,
    ...(dwelling ? { dwelling } : {}),
    billMailedOn: debt.billedOn,
    dueOn: debt.dueOn,
    balance: principalOf(debt, c),
    contacts: c.contacts,
    mailingDiffers: mailingDiffers(debt, moment),
    ...(c.noticeMailedAt ? { noticeMailedAt: c.noticeMailedAt } : {}),
    finalContacts: c.finalContacts,
    appealPending: c.appealPending,
    disputePending: c.disputePending || moment.account?.disputed === true,
    ...(c.extensionUntil ? { extensionUntil: c.extensionUntil } : {}),
    languagesComplete: Object.values(c.missing).every((missing) => missing.length === 0),
    paymentsThrough: c.paymentsThrough,
    ...stayOf(c),
    medical: c.shown,
    ...(arrangement ? { arrangement } : {}),
    ...tenantsOf(debt, c),
    ...landownerOf(debt, c),
  };
}

/** Whether the household is one of low income: said at intake, or shown since (rules B10, B12). */
export const isLowIncome = ({ lowIncome }: Debt, c: Pick<Collection, 'lowIncome'>): boolean =>
  lowIncome === true || c.lowIncome;

/** Bills that go elsewhere than the water: then "Occupant" is written to as well (rule B7). */
export function mailingDiffers(debt: Debt, { account }: Pick<Moment, 'account'>): boolean {
  return debt.mailingDiffers ?? (account !== null && account.mailingAddress !== account.serviceAddress);
}

function stayOf({ stays }: Collection): Pick<RecordedFacts, 'stay'> {
  const stay = bindingStay(stays);
  return stay ? { stay } : {};
}

function tenantsOf(debt: Debt, c: Collection): Pick<RecordedFacts, 'tenants'> {
  if (!debt.tenantOccupied && !c.tenantsFound) return {};
  return { tenants: c.tenantNoticeAt ? { noticeAt: c.tenantNoticeAt } : {} };
}

/** Water on land is the landowner's debt too: the owner is told apart (rules B27, F12). */
function landownerOf({ service }: Debt, c: Collection): Pick<RecordedFacts, 'landowner'> {
  if (service !== 'irrigation') return {};
  return { landowner: c.ownerNoticeAt ? { noticeAt: c.ownerNoticeAt } : {} };
}

/** Whether the arrangement in force is kept as of today, and the final notice that was posted since it is not. */
function arrangementOf(c: Collection, moment: Pick<Moment, 'now' | 'office'>): Arrangement | null {
  const keeping = keepingNow(c, today(moment as Moment), moment.office);
  if (!keeping) return null;
  if (keeping.state !== 'broken') return { state: 'kept' };
  const posted = c.arrangement?.finalPostedAt;
  const since = keeping.brokenSince as CivilDate;
  const counts = posted && daysOf(moment.office).office.dateAt(Date.parse(posted)) >= since;
  return { state: 'broken', brokenSince: since, ...(counts ? { finalPostedAt: posted } : {}) };
}

export function keepingNow(collection: Collection, asOf: CivilDate, office: Office): Keeping | null {
  const owed = owedByArrangement(collection);
  return owed ? keepingOf(owed, asOf, daysOf(office)) : null;
}

/** The instalments, and the current charges that fall due from the agreement on (rule B11). */
export function owedByArrangement({ arrangement, currentCharges }: Collection): KeptRecord | null {
  if (!arrangement) return null;
  return { ...arrangement, currentCharges: currentCharges.filter(({ dueOn }) => dueOn >= arrangement.on) };
}

/** The order in force as the law asks about it; while it is being issued, who has approved it. */
export function orderFacts(c: Collection): ShutOffOrder {
  const { order, approvedBy, fieldsLookedAt } = c;
  if (!order) return { approvedBy, fieldsLookedAt };
  const { issuedAt, checkedAt } = order;
  return { approvedBy: order.approvedBy, issuedAt, fieldsLookedAt, ...(checkedAt ? { checkedAt } : {}) };
}

type Paid = Pick<Collection, 'payments' | 'interestWaivedOn'>;

/** Penalty and interest as of a day, itemised apart from the principal, without what was waived (rules B21, F13). */
export function chargesOf(debt: Debt, { payments, interestWaivedOn }: Paid, asOf: CivilDate, office: Office) {
  const service = debt.service === 'irrigation' ? 'irrigation' : 'residential';
  const accrued = (on: CivilDate) =>
    lateCharges(
      { amount: debt.amount, dueOn: debt.dueOn, asOf: on, payments },
      lateChargePolicyOn(on, service),
      daysOf(office),
    );
  const { penalty, interest } = accrued(asOf);
  if (!interestWaivedOn) return { penalty, interest };
  return { penalty, interest: interestAfterWaiver(interest, accrued(interestWaivedOn).interest) };
}
