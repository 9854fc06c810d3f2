import type { AccountImport } from '../register/imports/accounts.ts';
import { familyNames, farmRoads, farms, givenNames, shops, streets, towns } from './names.ts';
import type { Random } from './random.ts';

export const firstNumber = 100_001;

/** Accounts that the district always holds, whatever chance brings about around them. */
export const fixed = { tripled: '100001', usual: '100002', farm: '100003', shop: '100004' } as const;

/** So many accounts, in the order of their numbers: nine in ten homes, the rest shops and farms. */
export function demoAccounts(count: number, random: Random): AccountImport[] {
  return Array.from({ length: count }, (_, at) => account(at, classOf(at, random), random));
}

function classOf(at: number, random: Random): AccountImport['class'] {
  const known = (['residential', 'residential', 'agricultural', 'commercial'] as const)[at];
  return known ?? random.weighted({ residential: 0.86, commercial: 0.09, agricultural: 0.05 });
}

function account(at: number, of: AccountImport['class'], random: Random): AccountImport {
  const number = String(firstNumber + at);
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  const who = `${given}.${family}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.]/g, '')
    .toLowerCase();
  const reachable = at < 4 || random.chance(0.62);
  return {
    number,
    name: nameOf(of, given, family, random),
    class: of,
    dwelling: dwellingOf(of, random),
    language: at < 4 ? 'en' : languageOf(random),
    email: reachable ? `${who}.${number}@example.org` : null,
    phone: random.chance(0.85) ? `831-555-${String(random.between(100, 199)).padStart(4, '0')}` : null,
    service_address: `${random.between(100, 9_980)} ${random.pick(of === 'agricultural' ? farmRoads : streets)}, ${random.pick(towns)}`,
    mailing_address: random.chance(0.2) ? `PO Box ${random.between(10, 2_400)}, ${random.pick(towns)}` : null,
    route: routeOf(of, at),
    sequence: (at + 1) * 10,
    ...meterOf(of, at, random),
  };
}

function nameOf(of: AccountImport['class'], given: string, family: string, random: Random): string {
  switch (of) {
    case 'residential':
      return `${given} ${family}`;
    case 'commercial':
      return `${family} ${random.pick(shops)}`;
    case 'agricultural':
      return `${family} ${random.pick(farms)}`;
    default:
      return of satisfies never;
  }
}

function dwellingOf(of: AccountImport['class'], random: Random): AccountImport['dwelling'] {
  if (of === 'residential') return 'yes';
  return of === 'commercial'
    ? random.weighted({ no: 0.85, unknown: 0.15 })
    : random.weighted({ no: 0.7, yes: 0.2, unknown: 0.1 });
}

const languageOf = (random: Random): string => random.weighted({ en: 0.72, es: 0.22, vi: 0.02, zh: 0.02, tl: 0.02 });

const townRoutes = 22;
const farmRoutes = 4;

function routeOf(of: AccountImport['class'], at: number): string {
  const [letter, routes] = of === 'agricultural' ? ['A', farmRoutes] : ['R', townRoutes];
  return `${letter}${String((at % Number(routes)) + 1).padStart(2, '0')}`;
}

type Meter = Pick<AccountImport, 'meter_serial' | 'meter_size' | 'register_digits' | 'unit' | 'multiplier'>;

function meterOf(of: AccountImport['class'], at: number, random: Random): Meter {
  const meter_serial = `${random.pick(['BD', 'NP', 'SN'])}${String(40_000_000 + at * 37 + random.between(0, 30))}`;
  switch (of) {
    case 'residential': {
      const meter_size = random.weighted({ '5/8': 0.68, '3/4': 0.24, '1': 0.08 });
      return { meter_serial, meter_size, register_digits: random.pick([4, 5, 6]), unit: 'CCF', multiplier: '1' };
    }
    case 'commercial': {
      const meter_size = random.weighted({ '1': 0.3, '1.5': 0.25, '2': 0.27, '3': 0.12, '4': 0.06 });
      return { meter_serial, meter_size, register_digits: 6, unit: 'CCF', multiplier: '1' };
    }
    case 'agricultural': {
      const meter_size = random.weighted({ '3': 0.2, '4': 0.45, '6': 0.35 });
      return { meter_serial, meter_size, register_digits: 7, unit: 'AF', multiplier: '0.01' };
    }
    default:
      return of satisfies never;
  }
}
