import type { TaskState } from '@headgate/domain/case';
import { type Application, applicationOf } from '@headgate/domain/cases/new-service';
import type { FormValues } from '@headgate/domain/forms';
import { addDays, type CivilDate } from '@headgate/domain/time';
import { familyNames, farmRoads, givenNames, streets, towns } from '../names.ts';
import type { PastCase } from '../past-case.ts';
import type { Random } from '../random.ts';
import type { AccountStory, HappeningToCome, Plot, Story } from '../story.ts';

/** Somebody builds beside an account of the district and applies for water; most cases are of the last weeks. */
export const newServicePlot: Plot = { type: 'new-service', tell };

type Use = 'residential' | 'commercial' | 'agricultural';

function tell({ trouble }: AccountStory, today: CivilDate, random: Random): Story | null {
  if (!trouble || !random.chance(0.04)) return null;
  const use = random.weighted<Use>({ residential: 0.76, commercial: 0.14, agricultural: 0.1 });
  return {
    opensOn: addDays(today, -(random.chance(0.6) ? random.between(0, 40) : random.between(41, 330))),
    accountNumber: null,
    channel: random.weighted({ 'in-person': 0.5, web: 0.2, phone: 0.2, letter: 0.1 }),
    intake: {
      type: 'new-service',
      subject: random.pick(subjects[use]),
      requester: applicant(random),
      details: detailsOf(use, random),
    },
    outcome: (task, past) => outcomes[task.kind]?.(task, past, random) ?? null,
    happening: (kind, past) => happeningOf(kind, applicationOf(past.state), random),
    withdrawn: random.chance(0.06),
  };
}

const subjects: Readonly<Record<Use, readonly string[]>> = {
  residential: [
    'Water for a new house',
    'A second house on the lot',
    'New meter for a mobile home',
    'Service to a vacant lot',
  ],
  commercial: ['Service for a new shop', 'Water for a packing shed', 'Separate meter for the yard'],
  agricultural: ['A turnout for an orchard', 'New turnout on the lateral', 'Water for a replanted field'],
};

function applicant(random: Random) {
  const name = `${random.pick(givenNames)} ${random.pick(familyNames)}`;
  const who = name
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '')
    .toLowerCase()
    .replace(' ', '.');
  return { name, ...(random.chance(0.8) ? { email: `${who}.${random.between(10, 99)}@example.org` } : {}) };
}

function detailsOf(use: Use, random: Random): FormValues {
  const road = random.pick(use === 'agricultural' ? farmRoads : streets);
  const address = `${random.between(100, 9_980)} ${road}, ${random.pick(towns)}`;
  return {
    applicant: random.chance(0.82) ? 'owner' : 'tenant',
    parcel: `0${random.between(10, 29)}-${random.between(100, 499)}-0${random.between(10, 99)}`,
    use,
    flow: String(
      {
        residential: random.between(8, 22),
        commercial: random.between(20, 70),
        agricultural: random.between(120, 340),
      }[use],
    ),
    serviceAddress: address,
    mailingAddress: random.chance(0.7) ? address : `PO Box ${random.between(10, 2_400)}, ${random.pick(towns)}`,
    language: random.weighted({ en: 0.75, es: 0.25 }),
    ...(use === 'agricultural' ? { projectWater: random.chance(0.5) } : {}),
  };
}

type Finding = (task: TaskState, past: PastCase, random: Random) => FormValues | null;

/** What those who work on it find; where nothing is said, the plain way on. */
const outcomes: Readonly<Record<string, Finding>> = {
  'eligibility-check': ({ facts, visit }, { today }, random) => ({
    insideDistrict: visit > 1 || random.chance(0.95),
    identityOn: today,
    ...(facts.applicant !== 'tenant' || (visit === 1 && random.chance(0.5)) ? {} : { consentOn: today }),
    applicantOwes: visit === 1 && random.chance(0.06) ? '118.40' : '0.00',
    parcelOwes: random.chance(0.1) ? '264.75' : '0.00',
  }),
  'availability-check': (_task, _past, random) =>
    random.chance(0.95) ? null : { available: false, reason: 'The main in this road carries no more.' },
  'refusal-review': (_task, _past, random) =>
    random.chance(0.4) ? { upheld: true, reason: 'The map is older than the annexation.' } : null,
  'collect-payment': ({ facts }, { today }, random) => ({
    amount: String(facts.amount),
    reference: `C-${random.between(100_000, 999_999)}`,
    receivedOn: today,
  }),
  'meter-design': ({ facts }, _past, random) => ({
    location: random.pick(['Front property line', 'North corner of the lot', 'Beside the driveway', 'At the lateral']),
    meterSize: String(facts.proposedSize ?? '8'),
    meterType: 'displacement',
    crossesRoad: random.chance(0.3),
    backflowDevice: facts.use !== 'residential' || random.chance(0.15),
    designHours: String(random.between(3, 9)),
  }),
  'cost-estimate': (_task, _past, random) => ({
    laborHours: String(random.between(5, 14)),
    equipmentHours: String(random.between(1, 6)),
    pavingSquareFeet: random.chance(0.4) ? String(random.between(20, 90)) : '0',
    trafficControlDays: random.chance(0.2) ? '1' : '0',
  }),
  'customer-answer': (_task, { today }, random) => ({
    answer: random.chance(0.88) ? 'accepted' : 'declined',
    answeredOn: today,
  }),
  permit: (_task, { today }, random) =>
    random.chance(0.95) ? null : { granted: false, grantedOn: today, reason: 'No room beside the gas main.' },
  installation: installationVisit,
  'meter-set': ({ facts }, { today }, random) => ({
    meterSerial: `NS${random.between(70_000_000, 79_999_999)}`,
    registerDigits: facts.use === 'agricultural' ? 7 : 6,
    unit: facts.use === 'agricultural' ? 'AF' : 'CCF',
    multiplier: facts.use === 'agricultural' ? '0.01' : '1',
    setOn: today,
    firstReading: String(random.between(0, 3)),
    readOn: today,
    ...(facts.backflowDevice === true ? { backflowTestedOn: today } : {}),
  }),
  approval: (_task, _past, random) =>
    random.chance(0.85) ? { approved: true } : { approved: false, reason: 'The difference is our own.' },
};

/** Mostly as estimated; at times a gate is locked, or the ground is harder than it looked. */
function installationVisit({ facts, visit }: TaskState, { today }: PastCase, random: Random): FormValues {
  const planned = Object.fromEntries(
    ['laborHours', 'equipmentHours', 'pavingSquareFeet', 'trafficControlDays'].map((name) => [
      name,
      String(facts[name] ?? '0'),
    ]),
  );
  const none = { laborHours: '0', equipmentHours: '0', pavingSquareFeet: '0', trafficControlDays: '0' };
  if (visit === 1 && random.chance(0.08)) return { ending: 'no-access', ...none };
  const laborHours = String(Math.max(1, Number(planned.laborHours) + random.pick([0, 0, 0, -1, 1, 3])));
  return { ending: 'done', ...planned, laborHours, inspectedOn: today };
}

/** What is heard while the case waits, where there is something to be heard of. */
function happeningOf(kind: string, a: Application, random: Random): HappeningToCome | null {
  switch (kind) {
    case 'documents':
      return a.returnBy && !a.granted && random.chance(0.8) ? { afterHours: random.between(8, 60), data: {} } : null;
    case 'appeal':
      return a.refused?.appeal === 'none' && random.chance(0.4)
        ? { afterHours: random.between(8, 80), data: { by: 'the applicant' } }
        : null;
    case 'debt-paid':
      return a.refused?.reasons.some(({ code }) => code === 'own-debt') && random.chance(0.7)
        ? {
            afterHours: random.between(4, 40),
            data: { amount: a.eligibility?.applicantOwes ?? '0.01', reference: 'D-1' },
          }
        : null;
    case 'accepted':
      return a.estimate?.state === 'lapsed' && random.chance(0.5)
        ? { afterHours: random.between(8, 60), data: {} }
        : null;
    default:
      return null;
  }
}
