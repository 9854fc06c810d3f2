import { moneyStanding, readinessOf, standingOf } from '@headgate/domain/cases/new-service';
import { activateAccount, debtsOf, enterService, freePlace, isMeterFree } from '../register/new-service/index.ts';
import type { Fact, FactSource } from './fact.ts';

/** What an applicant owes, and what others left on the parcel: two figures, of which only the first bars a home (F20). */
const debts: Fact<object> = async ({ db, state, today }) => await debtsOf(db, state, today);

const standing: Fact<object> = async ({ state, moment }) => standingOf(state, moment);

const readiness: Fact<object> = async ({ state, moment }) => readinessOf(state, moment);

const money: Fact<object> = async ({ state, moment }) => moneyStanding(state, moment);

const meter: Fact<object> = async ({ db, state }) => ({
  meter: (await isMeterFree(db, state)) ? 'free' : 'on-another-account',
});

const place: Fact<object> = async ({ db, state }) => await freePlace(db, state);

/** The service with its meter and first read, once: the step is recorded in the same transaction. */
const enter: Fact<object> = async ({ db, state }: FactSource) => ({ accountNumber: await enterService(db, state) });

const activate: Fact<object> = async ({ db, state }) => ({ accountNumber: await activateAccount(db, state) });

export const newServiceFacts = {
  'new-service/debts': debts,
  'new-service/standing': standing,
  'new-service/readiness': readiness,
  'new-service/money': money,
  'new-service/meter': meter,
  'new-service/place': place,
  'new-service/enter': enter,
  'new-service/activate': activate,
};
