import type { CaseState, Moment } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { gateRules, secondPayment } from '../../installations/index.ts';
import { type Application, applicationOf } from './application.ts';
import { today } from './days.ts';
import { type Asked, askedOf } from './intake.ts';
import { verdictOn } from './judging.ts';

export const newServiceLetters = [
  'acknowledgement',
  'incomplete',
  'will-serve',
  'refusal',
  'appeal-decision',
  'estimate',
  'estimate-lapsed',
  'deposit-receipt',
  'payment-returned',
  'appointment',
  'welcome',
  'refund',
  'difference',
  'decision',
] as const;

/** The figures of the application as they are when a letter is written. */
export function newServiceTold(letter: string, state: CaseState, moment: Moment): FormValues {
  const a = applicationOf(state);
  return telling[letter]?.(a, askedOf(state), moment) ?? {};
}

type Telling = (a: Application, asked: Asked, moment: Moment) => FormValues;

const telling: Readonly<Record<string, Telling>> = {
  incomplete(a, asked, moment) {
    const verdict = verdictOn(asked, a, today(moment));
    const missing = verdict.is === 'incomplete' ? verdict.missing : [];
    return { missing: missing.map((gate) => gateRules[gate].title), returnBy: a.returnBy };
  },
  'will-serve'({ granted, availability }, { parcel, flow }) {
    if (!granted) return {};
    const { deposit, payBy, validUntil } = granted;
    const conditions = availability?.conditions ? [availability.conditions] : [];
    return { parcel, flow, deposit, payBy, validUntil, ...(conditions.length > 0 ? { conditions } : {}) };
  },
  refusal({ refused }) {
    if (!refused) return {};
    return { reasons: refused.reasons.map(({ rule, text }) => ({ rule, text })), appealBy: refused.appealBy };
  },
  estimate({ estimate, design, receipts }) {
    if (!estimate) return {};
    const { lines, overhead, capacityFee, credits, total, validUntil } = estimate;
    const stillDue = secondPayment(total, receipts);
    return { lines, overhead, capacityFee, credits, total, validUntil, stillDue, meterSize: design?.size };
  },
  welcome({ account, meter }) {
    return {
      accountNumber: account?.accountNumber,
      meterSerial: meter?.serial,
      firstReading: meter?.firstReading,
      readOn: meter?.readOn,
    };
  },
  decision({ settled }) {
    return settled && settled.refund !== '0.00' ? { refund: settled.refund } : {};
  },
};
