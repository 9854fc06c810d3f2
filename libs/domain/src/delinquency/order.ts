import { type Instant, instantOf, millis } from '../time/index.ts';
import { type CollectionDays, districtDays } from './days.ts';
import type { ShutOffFacts } from './facts.ts';
import { crewHasChecked, fieldsWereLookedAt, orderEnd, orderIsOfToday, twoPersonsApproved } from './order-rules.ts';
import type { Rule, ShutOffRule } from './rule.ts';
import { groundAt, lookAt, type ShutOffVerdict, shutOffRules, verdictOf } from './verdict.ts';

/** What is done with an order: two persons issue it, a crew claims it, and carries it out at the meter. */
export type OrderAct = 'issue' | 'claim' | 'carry-out';

/** An order to shut off, as far as the law asks about it. */
export interface ShutOffOrder {
  /** The persons who approved it, by name or identifier. */
  readonly approvedBy: readonly string[];
  /** When it was issued; absent while it is being issued. */
  readonly issuedAt?: Instant;
  /** When the crew last had the office's word that nothing was paid. */
  readonly checkedAt?: Instant;
  /** The crew read the dispatcher's one-time release code over the radio, and it was right. */
  readonly released?: boolean;
  /** Operations looked at crop and livestock (irrigation alone). */
  readonly fieldsLookedAt?: boolean;
}

/** The facts as a record holds them: nothing that the counter may leave open is left open. */
export type RecordedFacts = ShutOffFacts & {
  readonly paymentsThrough: Instant | null;
  readonly languagesComplete: boolean;
};

/** An order with the service that it shuts off. */
export type OrderedShutOff = ShutOffOrder & Pick<ShutOffFacts, 'service'>;

/** The rules over the order itself that bind each act. */
export const orderRules: Readonly<Record<OrderAct, readonly Rule<OrderedShutOff>[]>> = {
  issue: [twoPersonsApproved],
  claim: [twoPersonsApproved, orderIsOfToday],
  'carry-out': [twoPersonsApproved, orderIsOfToday, crewHasChecked, fieldsWereLookedAt],
};

/** The rules that bind an order: those of the account, and those of each act on the order. */
export interface Statute {
  readonly ofAccount: (facts: Pick<ShutOffFacts, 'service' | 'dwelling'>) => readonly ShutOffRule[];
  readonly ofOrder: Readonly<Record<OrderAct, readonly Rule<OrderedShutOff>[]>>;
}

export const statute: Statute = { ofAccount: shutOffRules, ofOrder: orderRules };

/** Whether an act on a shut-off order is lawful: every rule of the account and every rule of the order. */
export function orderVerdict(
  act: OrderAct,
  facts: RecordedFacts,
  order: ShutOffOrder,
  at: Instant,
  days: CollectionDays = districtDays,
  law: Statute = statute,
): ShutOffVerdict {
  const ground = groundAt(at, days);
  const ofAccount = lookAt(law.ofAccount(facts), facts, ground);
  const ofOrder = lookAt(law.ofOrder[act], { ...order, service: facts.service }, ground);
  return verdictOf([...ofAccount, ...ofOrder], ground);
}

/** The instant at which an order stops being good: the end of the civil day on which it was issued (rule F5). */
export function orderExpiresAt(issuedAt: Instant, days: CollectionDays = districtDays): Instant {
  return instantOf(orderEnd(millis(issuedAt), days));
}
