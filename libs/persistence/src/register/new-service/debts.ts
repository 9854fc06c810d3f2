import type { CaseState } from '@headgate/domain/case';
import { askedOf } from '@headgate/domain/cases/new-service';
import type { Money } from '@headgate/domain/money';
import type { CivilDate } from '@headgate/domain/time';
import type { Kysely } from 'kysely';
import { accountView } from '../account-view.ts';

export interface Debts {
  readonly applicantOwes: Money;
  readonly parcelOwes: Money;
}

/**
 * The past due of the applicant's own account and of the last account at the parcel, in dollars. An account is the
 * applicant's own when its holder is who applies: what a predecessor left is the parcel's (F20, B13).
 */
export async function debtsOf(db: Kysely<unknown>, state: CaseState, today: CivilDate): Promise<Debts> {
  const { parcelAccount } = askedOf(state);
  const given = await lookUp(db, state.accountNumber, today);
  const atParcel = await lookUp(db, parcelAccount ?? null, today);
  const isOwn = given !== null && isSameName(given.name, state.requester?.name ?? given.name);
  const left = atParcel ?? (isOwn ? null : given);
  return {
    applicantOwes: isOwn ? given.pastDue : '0.00',
    parcelOwes: left && left.number !== (isOwn ? given.number : null) ? left.pastDue : '0.00',
  };
}

const lookUp = async (db: Kysely<unknown>, number: string | null, today: CivilDate) =>
  number === null ? null : await accountView(db, number, today);

const isSameName = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
