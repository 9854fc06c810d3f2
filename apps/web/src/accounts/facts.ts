import type { Account } from '../api/types.ts';
import { humanise } from '../words/humanise.ts';

type Fact = readonly [title: string, value: unknown];

/** `1234.5` → `$1,234.50`. The figure stays the decimal string the API gave; only its look changes. */
export function dollars(amount: string): string {
  const [whole = '0', cents = ''] = amount.replace(/^-/, '').split('.');
  const sign = amount.startsWith('-') ? '−' : '';
  return `${sign}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents.padEnd(2, '0').slice(0, 2)}`;
}

/** What one has to know of an account to speak with its customer. */
export function accountFacts(account: Account): Fact[] {
  return [
    ['Account', account.number],
    ['Class', `${humanise(account.class)}, ${account.status}`],
    ['Service address', account.serviceAddress],
    ['Balance', dollars(account.balance)],
    ['Past due', isZero(account.pastDue) ? null : dollars(account.pastDue)],
  ];
}

/** The rest, for the account's own page and the case's panel. */
export function moreFacts(account: Account): Fact[] {
  const { meter } = account;
  return [
    ['Mailing address', account.mailingAddress === account.serviceAddress ? null : account.mailingAddress],
    ['E-mail', account.email],
    ['Phone', account.phone],
    ['Language', account.language],
    ['Route', account.route],
    ['Meter', meter ? `${meter.serial}, ${meter.size}, ${meter.unit}` : null],
  ];
}

const isZero = (amount: string): boolean => /^-?0+(\.0+)?$/.test(amount);
