import type { FormValues } from '@headgate/domain/forms';
import { fact } from '../../kernel/index.ts';

/** Where the application stands by the law: codes, figures and instants only. */
export type Standing = {
  readonly verdict: 'pending' | 'incomplete' | 'refused' | 'granted';
  /** Of a refusal that has been made and stands. */
  readonly appeal?: 'none' | 'pending' | 'denied';
  readonly due: string;
  readonly estimate?: 'open' | 'accepted' | 'declined' | 'lapsed' | 'asked-anew';
  readonly permit: 'needed' | 'given' | 'denied';
  readonly appointmentAt?: string;
  /** When what the applicant is waited for is over. */
  readonly endsAt?: string;
  readonly heard: number;
  readonly brief: FormValues;
};

/** What still stands between a meter that is set and its water. */
export type Readiness = {
  readonly backflowTest: 'needed' | 'done';
  readonly reclamation: 'forms-lacking' | 'forms-accepted' | 'not-needed';
};

export type MoneyStanding = {
  readonly costs: 'known' | 'to-be-reported';
  readonly refund: string;
  readonly due: string;
  readonly brief: FormValues;
};

/** What the register holds against the applicant, and against the parcel. */
export type Debts = { readonly applicantOwes: string; readonly parcelOwes: string };

export type MeterFound = { readonly meter: 'free' | 'on-another-account' };

/** Where the route book has room, and under which number the account was entered. */
export type Entered = { readonly accountNumber: string };
export type Place = { readonly route: string; readonly sequence: number };

export type ApprovalFound = { readonly needed: boolean; readonly queue: 'customer-service' | 'management' };

export const debtsInRegister = fact<object, Debts>('new-service/debts');
export const standing = fact<object, Standing>('new-service/standing');
export const readiness = fact<object, Readiness>('new-service/readiness');
export const moneyStanding = fact<object, MoneyStanding>('new-service/money');
export const meterInRegister = fact<object, MeterFound>('new-service/meter');
export const placeInRouteBook = fact<object, Place>('new-service/place');
export const enterInRegister = fact<object, Entered>('new-service/enter');
export const activateInRegister = fact<object, Entered>('new-service/activate');
export const approvalNeeded = fact<{ amount: string; always: boolean }, ApprovalFound>('approval-needed');
