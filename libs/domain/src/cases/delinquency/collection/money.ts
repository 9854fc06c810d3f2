import type { Folds } from './fold.ts';
import { beginsAnew } from './notices.ts';

/** What was paid, billed, returned, waived, and up to when all of it is known. */
export const moneyFolds: Folds = {
  'payment-seen': (c) => {
    c.paymentsThrough = null;
  },
  'payment-applied': (c, { amount, on }) => {
    c.payments.push({ amount, on });
    c.arrangement?.payments.push({ amount, on });
  },
  'payment-reversed': (c, { amount, on }) => {
    c.payments.push({ amount: `-${amount}`, on });
    c.arrangement?.payments.push({ amount: `-${amount}`, on });
    beginsAnew(c);
  },
  'current-charge-billed': (c, { dueOn, amount }) => {
    c.currentCharges = [...c.currentCharges.filter((charge) => charge.dueOn !== dueOn), { dueOn, amount }];
  },
  'interest-waived': (c, { on }) => {
    c.interestWaivedOn = on;
  },
  'payments-confirmed': (c, { through }) => {
    c.paymentsThrough = through;
  },
};
