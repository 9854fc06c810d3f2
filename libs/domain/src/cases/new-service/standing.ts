import type { CaseState, Moment } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { sizeForFlow } from '../../installations/index.ts';
import { decimal, type Money } from '../../money/index.ts';
import type { CivilDate, Instant } from '../../time/index.ts';
import { type Application, applicationOf, isInstalled } from './application.ts';
import { endOfDay, today } from './days.ts';
import { amountDue, settlingOf, workDone } from './funds.ts';
import { type Asked, askedOf } from './intake.ts';
import { gatesShut, type Verdict, verdictOn } from './judging.ts';

/** Where an application stands, as its procedure asks: codes, figures and instants only, and no more than it needs. */
export interface Standing {
  readonly verdict: Verdict['is'];
  /** Of a refusal that has been made and stands. */
  readonly appeal?: 'none' | 'pending' | 'denied';
  readonly due: Money;
  readonly estimate?: 'open' | 'accepted' | 'declined' | 'lapsed' | 'asked-anew';
  readonly permit: 'needed' | 'given' | 'denied';
  readonly appointmentAt?: Instant;
  /** When what the applicant is waited for is over: the appeal, what is lacking, a lapsed estimate. */
  readonly endsAt?: Instant;
  /** How many happenings the record held when this was asked: the next one ends a wait. */
  readonly heard: number;
  /** What whoever gets the next task is to know. */
  readonly brief: FormValues;
}

export function standingOf(state: CaseState, moment: Moment): Standing {
  const a = applicationOf(state);
  const asked = askedOf(state);
  const on = today(moment);
  const lastDay = lastDayOf(a);
  return {
    verdict: verdictOn(asked, a, on).is,
    ...(a.refused ? { appeal: a.refused.appeal } : {}),
    due: amountDue(a),
    ...(a.estimate ? { estimate: a.estimate.state } : {}),
    permit: a.permit,
    ...(a.appointment ? { appointmentAt: a.appointment.startsAt } : {}),
    ...(lastDay ? { endsAt: endOfDay(lastDay, moment.office) } : {}),
    heard: state.happenings.filter(({ cycle }) => cycle === state.cycle).length,
    brief: briefOf(state, a, asked, on),
  };
}

/** The last day of what the applicant is waited for. */
function lastDayOf({ refused, granted, returnBy, estimate }: Application): CivilDate | null {
  if (refused) return refused.appealBy;
  if (!granted) return returnBy;
  return estimate?.state === 'lapsed' ? estimate.keptUntil : null;
}

/** What still stands between a meter that is set and its water (F20). */
export interface Readiness {
  readonly backflowTest: 'needed' | 'done';
  readonly reclamation: 'forms-lacking' | 'forms-accepted' | 'not-needed';
}

export function readinessOf(state: CaseState, moment: Moment): Readiness {
  const a = applicationOf(state);
  const asked = askedOf(state);
  const on = today(moment);
  return {
    backflowTest: gatesShut(asked, a, 'account-active', on).includes('backflow-test') ? 'needed' : 'done',
    reclamation: reclamationOf(asked, a, on),
  };
}

function reclamationOf(asked: Asked, a: Application, on: CivilDate): Readiness['reclamation'] {
  if (asked.use !== 'agricultural' || !asked.projectWater) return 'not-needed';
  return gatesShut(asked, a, 'first-delivery', on).includes('rra-acceptance') ? 'forms-lacking' : 'forms-accepted';
}

/** By how far the application has come. */
function briefOf(state: CaseState, a: Application, asked: Asked, on: CivilDate): FormValues {
  const due = amountDue(a);
  if (a.refused) return { reasons: a.refused.reasons.map(({ code }) => code) };
  if (!a.granted)
    return {
      applicant: asked.applicant,
      use: asked.use,
      flow: asked.flow,
      insideDistrict: asked.insideDistrict ?? true,
    };
  if (decimal(due).gt(0) && (!a.design || a.estimate?.state === 'accepted')) return paymentBrief(a, due);
  if (!a.design) return { use: asked.use, flow: asked.flow, proposedSize: sizeForFlow(asked.flow, on) };
  if (a.estimate?.state === 'open') return answerBrief(a.estimate);
  if (a.estimate?.state !== 'accepted') return designBrief(a.design);
  if (a.permit !== 'given') return { ...designBrief(a.design) };
  if (!isInstalled(a)) return installationBrief(a, a.estimate);
  return { ...designBrief(a.design), use: asked.use, proposedSerial: `M-${state.number}` };
}

const paymentBrief = ({ receipts, estimate }: Application, amount: Money): FormValues => ({
  amount,
  toward: estimate?.state === 'accepted' ? 'installation' : 'design',
  receipts: receipts.length,
});

const answerBrief = ({ number, total, validUntil }: NonNullable<Application['estimate']>): FormValues => ({
  number,
  total,
  validUntil,
});

const designBrief = ({ size, type, crossesRoad, backflowDevice }: NonNullable<Application['design']>): FormValues => ({
  size,
  type,
  crossesRoad,
  backflowDevice,
});

/** The day, and what the estimate says that it takes. */
function installationBrief(
  { design, appointment }: Application,
  estimate: NonNullable<Application['estimate']>,
): FormValues {
  const { laborHours, equipmentHours, pavingSquareFeet, trafficControlDays } = estimate;
  return {
    ...(design ? designBrief(design) : {}),
    ...(appointment ? { on: appointment.on, window: appointment.window } : {}),
    laborHours,
    equipmentHours,
    pavingSquareFeet,
    trafficControlDays,
  };
}

/** What is still to be done about the money of an application that ends. */
export interface MoneyStanding {
  readonly costs: 'known' | 'to-be-reported';
  readonly refund: Money;
  readonly due: Money;
  readonly brief: FormValues;
}

export function moneyStanding(state: CaseState, moment: Moment): MoneyStanding {
  const a = applicationOf(state);
  const { refund, due } = a.settled ?? { refund: '0.00', due: '0.00' };
  return {
    costs: a.settled || settlingOf(a, today(moment)) ? 'known' : 'to-be-reported',
    refund,
    due,
    brief: { ...workDone(a) },
  };
}
