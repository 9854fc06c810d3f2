import type { CaseState, Draft } from '../../case/index.ts';
import {
  debtBars,
  debtLeft,
  designDeposits,
  type GateName,
  type GateStep,
  gatesOpen,
  paymentDays,
  type ServiceSite,
  willServeDays,
} from '../../installations/index.ts';
import { cents } from '../../money/index.ts';
import { addDays, type CivilDate } from '../../time/index.ts';
import { type Application, applicationOf } from './application.ts';
import { today } from './days.ts';
import type { RefusalReason } from './events.ts';
import { type Asked, askedOf, depositClassOf } from './intake.ts';
import { withdrawTasks } from './work.ts';

/** Where the question of serving stands. */
export type Verdict =
  | { readonly is: 'pending' }
  | { readonly is: 'incomplete'; readonly missing: readonly GateName[] }
  | { readonly is: 'refused'; readonly reasons: readonly RefusalReason[] }
  | { readonly is: 'granted' };

export function verdictOn(asked: Asked, a: Application, on: CivilDate): Verdict {
  if (a.granted) {
    return a.permit === 'denied' ? { is: 'refused', reasons: [permitDenied(a)] } : { is: 'granted' };
  }
  if (!a.eligibility || !a.availability) return { is: 'pending' };
  const reasons = a.overturned ? [] : reasonsAgainst(asked, a, on);
  if (reasons.length > 0) return { is: 'refused', reasons };
  const missing = gatesShut(asked, a, 'will-serve', on).filter((gate) => gate !== 'annexation');
  return missing.length > 0 ? { is: 'incomplete', missing } : { is: 'granted' };
}

const permitDenied = ({ permitDenial }: Application): RefusalReason => ({
  rule: 'D17',
  code: 'permit-refused',
  text: `The permit was refused: ${permitDenial}`,
});

/** Every reason against serving, not the first (F20, D17). Nobody else's debt is one for a dwelling (B13). */
function reasonsAgainst(asked: Asked, a: Application, on: CivilDate): RefusalReason[] {
  const outside = gatesShut(asked, a, 'will-serve', on).includes('annexation');
  return [
    ...(outside
      ? [
          {
            rule: 'F20',
            code: 'outside-district' as const,
            text: 'The land lies outside the district and is not annexed',
          },
        ]
      : []),
    ...debtReasons(asked, a),
    ...(a.availability?.available === false
      ? [{ rule: 'D17', code: 'not-available' as const, text: a.availability.reason ?? 'Water is not available' }]
      : []),
  ];
}

function debtReasons(asked: Asked, a: Application): RefusalReason[] {
  if (!a.eligibility) return [];
  const applicantOwes = debtStill(a);
  return debtBars({ ...a.eligibility, service: asked.use, applicantOwes }).map(({ rule, text }) => ({
    rule,
    text,
    code: text.startsWith('The applicant') ? 'own-debt' : 'parcel-debt',
  }));
}

/** What the applicant still owes of the debt that was found. */
export function debtStill({ eligibility, debtPaid }: Application) {
  return debtLeft(
    eligibility?.applicantOwes ?? '0',
    debtPaid.map(({ amount }) => amount),
  );
}

/** What decides which gates the application has (F20). A connection is dug, always. */
export function siteOf(asked: Asked, { eligibility, design }: Application): ServiceSite {
  return {
    applicant: asked.applicant,
    insideDistrict: eligibility?.insideDistrict ?? asked.insideDistrict ?? true,
    crossesRoadOrNeighbour: design?.crossesRoad ?? false,
    digging: true,
    backflowDevice: design?.backflowDevice ?? false,
    use: asked.use,
    underReclamationLaw: asked.projectWater ?? false,
  };
}

/** The gates that bar a step on a day. An appeal that was upheld stands for the annexation. */
export function gatesShut(asked: Asked, a: Application, step: GateStep, on: CivilDate): readonly GateName[] {
  const shut = gatesOpen(siteOf(asked, a), a.gates, step, on);
  return a.overturned ? shut.filter((gate) => gate !== 'annexation') : shut;
}

/** Grants the service as soon as nothing stands against it, and says what is due then (D17). */
export function judge(draft: Draft): void {
  const asked = askedOf(draft.state);
  const a = applicationOf(draft.state);
  const on = today(draft.moment);
  if (a.granted || a.over || verdictOn(asked, a, on).is !== 'granted') return;
  draft.emit('service-granted', {
    deposit: cents(designDeposits.on(on)[depositClassOf(asked)]),
    payBy: addDays(on, paymentDays.on(on)),
    validUntil: addDays(on, willServeDays.on(on)),
    rules: ['F20', 'D17'],
  });
  withdrawTasks(draft, ['refusal-review'], 'nothing stands against the application any more');
}

export const verdictOf = (state: CaseState, on: CivilDate): Verdict =>
  verdictOn(askedOf(state), applicationOf(state), on);
