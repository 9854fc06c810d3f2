import { addDays, type CivilDate, daysBetween } from '@headgate/domain/time';
import type { AccountImport } from '../register/imports/accounts.ts';
import type { LandImport } from '../register/imports/land.ts';
import type { LandholderImport } from '../register/imports/landholders.ts';
import { familyNames, farmRoads, farms, givenNames, towns } from './names.ts';
import type { Random } from './random.ts';

export const demoDistrictName = 'Headgate Water District';
const elsewhere = 'Pacheco Pass Irrigation District';

/** The demo district's register of land: who holds which of its parcels, and what some hold in another district. */
export interface DemoLand {
  readonly landholders: readonly LandholderImport[];
  readonly land: readonly LandImport[];
}

/** So many landholders beside their spouses, with two parcels each; the farms of the district are among them. */
export function demoLand(
  count: number,
  farmAccounts: readonly AccountImport[],
  formYear: number,
  random: Random,
): DemoLand {
  const heads = Array.from({ length: count }, (_, at) => headOf(at, farmAccounts[at], random));
  const spouses = heads.filter(({ holder }) => holder === 'individual').flatMap((head) => spouseOf(head, random));
  const owned = withOperator(
    heads,
    heads.flatMap((head, at) => ownedBy(head, at, formYear, random)),
  );
  return { landholders: [...heads, ...spouses], land: [...owned, ...leases(heads, owned, formYear, random)] };
}

const kinds = [
  'individual',
  'individual',
  'entity',
  'individual',
  'individual',
  'trust',
  'individual',
  'entity',
] as const;
const rare: Readonly<Record<number, LandholderImport['holder']>> = {
  9: 'public-entity',
  17: 'religious',
  25: 'farm-operator',
};

function headOf(at: number, account: AccountImport | undefined, random: Random): LandholderImport {
  const holder = rare[at] ?? (kinds[at % kinds.length] as LandholderImport['holder']);
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  const id = `lh-${String(at + 1).padStart(4, '0')}`;
  const recipient = at % 13 === 5 ? 'prior-law' : holder === 'entity' && at % 15 === 7 ? 'limited' : 'qualified';
  return {
    id,
    name: account && holder === 'entity' ? account.name : nameOf(holder, given, family, random),
    holder,
    recipient,
    water_by_1981: recipient === 'limited' && at % 2 === 1,
    prior_law: recipient === 'prior-law' ? (holder === 'individual' ? 'individual' : 'entity') : null,
    household_of: null,
    household_role: null,
    household_since: null,
    trust_written: holder === 'trust',
    trust_revocable_by: null,
    interests: [],
    interests_since: null,
    signers: holder === 'individual' ? [] : [`${id}-signer`],
    recordable_contract_acres: null,
    language: random.weighted({ en: 0.82, es: 0.18 }),
    email: random.chance(0.4)
      ? `${family
          .normalize('NFD')
          .replace(/[^A-Za-z]/g, '')
          .toLowerCase()}.${id}@example.org`
      : null,
    phone: null,
    mailing_address: `${random.between(100, 9_980)} ${random.pick(farmRoads)}, ${random.pick(towns)}`,
    account: null,
  };
}

function nameOf(holder: LandholderImport['holder'], given: string, family: string, random: Random): string {
  switch (holder) {
    case 'individual':
      return `${given} ${family}`;
    case 'entity':
      return `${family} ${random.pick(farms)}, LLC`;
    case 'trust':
      return `${family} Family Trust`;
    case 'public-entity':
      return 'Rancho Alamo Unified School District';
    case 'religious':
      return 'Mission San Ysidro Parish';
    case 'farm-operator':
      return `${family} Farm Management`;
    default:
      return holder satisfies never;
  }
}

function spouseOf(head: LandholderImport, random: Random): LandholderImport[] {
  if (random.chance(0.55)) return [];
  const family = head.name.split(' ').slice(1).join(' ');
  const id = `${head.id}-s`;
  return [
    {
      ...head,
      id,
      name: `${random.pick(givenNames)} ${family}`,
      household_of: head.id,
      household_role: 'spouse',
      email: null,
    },
  ];
}

/** Most hold what a form is due of, some too little; two hold more than they may. */
function acresOf({ holder }: LandholderImport, at: number, random: Random): number {
  if (at === 2 || at === 14) return random.between(560, 640);
  if (at % 4 === 3) return random.between(15, 70);
  return holder === 'individual' ? random.between(120, 260) : random.between(150, 420);
}

function ownedBy(head: LandholderImport, at: number, formYear: number, random: Random): LandImport[] {
  if (head.holder === 'farm-operator') return [];
  const since = `${random.between(1988, 2019)}-01-0${random.between(1, 9)}`;
  return [0, 1].map((which) => parcelOf(head, at * 2 + which, acresOf(head, at, random), since, formYear, random));
}

function parcelOf(
  { id }: LandholderImport,
  number: number,
  acres: number,
  from: CivilDate,
  formYear: number,
  random: Random,
): LandImport {
  const other = number % 23 === 11;
  return {
    parcel: `0${20 + Math.floor(number / 40)}-${String(100 + (number % 40) * 10)}-0${10 + (number % 7)}`,
    district: other ? elsewhere : demoDistrictName,
    acres: `${acres}.${random.between(0, 9)}`.replace(/\.0$/, ''),
    land_class: number % 9 === 4 ? 3 : 1,
    exempt: false,
    exempt_because: '',
    route: other ? null : `A0${(number % 4) + 1}`,
    turnout: other ? null : `T-${String(number + 1).padStart(3, '0')}`,
    landholder: id,
    tenure: 'owned',
    share: '1',
    operator: null,
    from_public_entity: false,
    acquired_involuntarily_on: null,
    from,
    until: null,
    first_delivery_on: other ? null : addDays(`${formYear}-03-01`, random.between(0, 45)),
  };
}

/** One in nine parcels is leased to a neighbour, who files for it too; some leases began since last year's forms. */
function leases(
  heads: readonly LandholderImport[],
  owned: readonly LandImport[],
  formYear: number,
  random: Random,
): LandImport[] {
  const lessees = heads.filter(({ holder }) => holder === 'individual' || holder === 'entity');
  return owned
    .filter((_, at) => at % 9 === 5)
    .map((record) => {
      const lessee = random.pick(lessees.filter(({ id }) => id !== record.landholder));
      const from = random.chance(0.3) ? `${formYear - 1}-09-15` : `${formYear - random.between(3, 6)}-03-01`;
      return { ...record, landholder: lessee.id, tenure: 'leased' as const, from };
    });
}

/** The operator, where there is one, services land of entities and trusts beyond 960 acres (A26). */
function withOperator(heads: readonly LandholderImport[], owned: readonly LandImport[]): LandImport[] {
  const operator = heads.find(({ holder }) => holder === 'farm-operator')?.id ?? null;
  const serviced = heads.filter(({ holder }) => holder === 'entity' || holder === 'trust').map(({ id }) => id);
  const large = owned
    .filter(({ landholder, acres }) => serviced.includes(landholder) && Number(acres) > 200)
    .slice(0, 6);
  return owned.map((record) => (large.includes(record) ? { ...record, operator } : record));
}

/** The day on which a form year's campaign begins: the first weekday from 1 November of the year before. */
export function campaignDay(formYear: number): CivilDate {
  const first = `${formYear - 1}-11-01`;
  const weekday = ((daysBetween('2023-01-01', first) % 7) + 7) % 7;
  return weekday === 0 ? addDays(first, 1) : weekday === 6 ? addDays(first, 2) : first;
}
