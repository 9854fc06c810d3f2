import { setting } from '../settings/index.ts';

const from = '2000-01-01';

export const highUseFactor = setting('high-use-factor', {
  value: '2.0',
  unit: 'times the usual use',
  from,
  rule: 'D3',
  source: 'published triggers of 2 x the average use (Boswell, Lake Mary)',
  confirmed: false,
});

export const lowUseFactor = setting('low-use-factor', {
  value: '0.25',
  unit: 'times the usual use',
  from,
  rule: 'D2',
  source: 'low limit = estimated use x low factor (Oracle CC&B); the factor is a district figure',
  confirmed: false,
});

/** Below this use of a period nothing is high, whatever the factor: twice a trickle is a trickle. */
export const leastHighUse = setting<Readonly<Record<string, string>>>('least-high-use', {
  value: { CCF: '5', HCF: '5', gal: '3740', kgal: '3.74', ft3: '500', AF: '0.0115' },
  unit: 'in the unit of the meter',
  from,
  rule: 'D3',
  source: 'district practice: about five hundred cubic feet a month',
  confirmed: false,
});

export const rollOverShare = setting('roll-over-share', {
  value: '0.5',
  unit: 'of the register',
  from,
  rule: 'D1',
  source: 'a register that fell has passed zero when the way forward is the shorter one',
  confirmed: false,
});

export const misreadTolerance = setting('misread-tolerance', {
  value: '1',
  unit: 'register units',
  from,
  rule: 'D4',
  source: 'district practice: the last dial may stand between two numbers',
  confirmed: false,
});

export const nonReadsBeforeFieldOrder = setting('non-reads-before-field-order', {
  value: 2,
  unit: 'reads in a row',
  from,
  rule: 'D13',
  source: 'no California rule found; recommended default',
  confirmed: false,
});
