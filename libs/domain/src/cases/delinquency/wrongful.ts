import type { Draft } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { decimal, type Money, sum } from '../../money/index.ts';
import { isAway, type Person, presentOf } from '../../people/index.ts';
import { type Instant, millis } from '../../time/index.ts';
import { type Collection, collectionOf } from './collection/index.ts';
import { debtOf } from './intake.ts';
import { dayOf } from './law.ts';

/** The shut-off was wrongful: it is made good, and the supervisor hears of it in the same transaction (rule F10). */
export function markWrongful(draft: Draft, reason: string): void {
  const { fee } = collectionOf(draft.state);
  draft.emit('shut-off-was-wrongful', { reason, rules: ['F10'] });
  if (fee && decimal(fee).gt(0)) draft.emit('fee-cancelled', { amount: fee, rules: ['F10'] });
  for (const person of supervisorsOf(draft)) tellSupervisor(draft, person, { reason, ...(fee ? { fee } : {}) });
}

/** Whether all that was owed had been paid before the water went off, and came to be known only now (rules B2, F10). */
export function wasPaidBefore(draft: Draft, before: Collection, amount: Money, at: Instant): boolean {
  const { waterOff, offAt, payments, wrongful } = before;
  if (!waterOff || !offAt || wrongful || millis(at) >= millis(offAt)) return false;
  const offOn = dayOf(offAt, draft.moment.office);
  const paid = sum(payments.filter(({ on }) => on < offOn).map((payment) => payment.amount)).plus(decimal(amount));
  return paid.gte(decimal(debtOf(draft.state).amount));
}

/** The supervisors who are there; who stands in for one who is away. */
function supervisorsOf({ moment: { office, now } }: Draft): readonly Person[] {
  const supervisors = office.people.filter(({ role }) => role === 'supervisor');
  const there = supervisors.map((one) => (isAway(one, now) ? presentOf(one, office.people, now) : one) ?? one);
  return [...new Map(there.map((person) => [person.username, person])).values()];
}

function tellSupervisor(draft: Draft, { name, email }: Person, told: FormValues): void {
  const { offAt } = collectionOf(draft.state);
  draft.emit('message-queued', {
    messageId: draft.moment.newId(),
    channel: 'email',
    template: `${draft.definition.type}/wrongful-shut-off`,
    language: 'en',
    audience: 'staff',
    to: { name, address: email },
    data: { ...told, ...(offAt ? { shutOffAt: offAt } : {}) },
  });
}
