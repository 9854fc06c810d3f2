import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../money/index.ts';
import { debtBars } from './debt.ts';
import { depositRefundableOn, designDeposits, reconcile, secondPayment } from './deposits.ts';
import { estimateOf } from './estimate.ts';
import { gateNames, gatesNeeded, gatesOpen, type ServiceSite } from './service-gates.ts';
import { installationRates, standardLines } from './standard-lines.ts';
import { availabilityTarget, estimateTarget, meterSetRunsFrom, meterSetTarget } from './targets.ts';

const on = '2027-04-01';
const received = (...amounts: string[]) => amounts.map((amount) => ({ amount, reference: 'R1' }));

describe('F20: gates before a new service', () => {
  const site: ServiceSite = {
    applicant: 'owner',
    insideDistrict: true,
    crossesRoadOrNeighbour: false,
    digging: false,
    backflowDevice: false,
    use: 'residential',
    underReclamationLaw: true,
  };

  it.each<[string, Partial<ServiceSite>, string[]]>([
    ['an owner inside the district', {}, ['identity-check']],
    ['a tenant', { applicant: 'tenant' }, ['identity-check', 'owners-consent']],
    ['land outside', { insideDistrict: false }, ['identity-check', 'annexation']],
    ['a road to cross', { crossesRoadOrNeighbour: true }, ['identity-check', 'encroachment-permit']],
    ['digging', { digging: true }, ['identity-check', 'service-alert-ticket']],
    ['a backflow device', { backflowDevice: true }, ['identity-check', 'backflow-test']],
    ['agriculture under the Act', { use: 'agricultural' }, ['identity-check', 'rra-acceptance']],
    ['agriculture in an exempt district', { use: 'agricultural', underReclamationLaw: false }, ['identity-check']],
    ['a home under the Act', { use: 'residential' }, ['identity-check']],
  ])('%s', (_, more, gates) => {
    expect(gatesNeeded({ ...site, ...more })).toEqual(gates);
  });

  const everything: ServiceSite = {
    applicant: 'tenant',
    insideDistrict: false,
    crossesRoadOrNeighbour: true,
    digging: true,
    backflowDevice: true,
    use: 'agricultural',
    underReclamationLaw: true,
  };

  it('each step waits for its own gates and those before it', () => {
    expect(gatesOpen(everything, {}, 'will-serve', on)).toEqual(['identity-check', 'owners-consent', 'annexation']);
    expect(gatesOpen(everything, {}, 'digging', on)).toHaveLength(5);
    expect(gatesOpen(everything, {}, 'account-active', on)).toHaveLength(6);
    expect(gatesOpen(everything, {}, 'first-delivery', on)).toEqual(gateNames);
  });

  it('a gate is passed from its day on', () => {
    const passed = Object.fromEntries(gateNames.map((name) => [name, on]));
    expect(gatesOpen(everything, passed, 'first-delivery', on)).toEqual([]);
    expect(gatesOpen(everything, passed, 'first-delivery', '2027-03-31')).toEqual(gateNames);
    expect(gatesOpen(everything, { ...passed, 'backflow-test': '2027-04-02' }, 'first-delivery', on)).toEqual([
      'backflow-test',
    ]);
  });
});

describe('F20: whose debt counts', () => {
  const clear = { service: 'residential', applicantOwes: '0', parcelOwes: '0', parcelDebtBinds: 'no' } as const;

  it.each([
    ['nothing owed', {}, 0],
    ['the applicant owes a cent', { applicantOwes: '0.01' }, 1],
    ['the parcel’s debt never bars a residential occupant', { parcelOwes: '500', parcelDebtBinds: 'lien' }, 0],
    ['nor a commercial one', { service: 'commercial', parcelOwes: '500', parcelDebtBinds: 'lien' }, 0],
    ['irrigation, by lien', { service: 'agricultural', parcelOwes: '500', parcelDebtBinds: 'lien' }, 1],
    [
      'irrigation, by adopted rule',
      { service: 'agricultural', parcelOwes: '0.01', parcelDebtBinds: 'adopted-rule' },
      1,
    ],
    ['irrigation without either', { service: 'agricultural', parcelOwes: '500', parcelDebtBinds: 'no' }, 0],
    ['irrigation, lien paid off', { service: 'agricultural', parcelOwes: '0', parcelDebtBinds: 'lien' }, 0],
    ['both', { service: 'agricultural', applicantOwes: '1', parcelOwes: '1', parcelDebtBinds: 'lien' }, 2],
  ] as const)('%s', (_, more, bars) => {
    expect(debtBars({ ...clear, ...more })).toHaveLength(bars);
  });
});

describe('D17: two payments, actual cost, the rest refunded', () => {
  it('the second payment is the estimate less what was received', () => {
    expect(secondPayment('4269.81', received('500'))).toBe('3769.81');
    expect(secondPayment('500.00', received('500'))).toBe('0.00');
    expect(secondPayment('499.99', received('500'))).toBe('0.00');
  });

  it.each([
    ['less than paid', ['900.00', '50.25'], '49.75', '0.00'],
    ['exactly what was paid', ['1000.00'], '0.00', '0.00'],
    ['a cent more', ['1000.01'], '0.00', '0.01'],
    ['nothing, on withdrawal before any work', [], '1000.00', '0.00'],
  ])('actual cost is %s', (_, actual, refund, due) => {
    expect(reconcile(received('500', '500'), actual)).toMatchObject({ received: '1000.00', refund, due });
  });

  it('settles to the cent, never both refund and bill', () => {
    const amounts = fc.array(
      fc.integer({ min: 0, max: 1_000_000 }).map((n) => (n / 100).toFixed(2)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(amounts, amounts, (paid, spent) => {
        const settled = reconcile(received(...paid), spent);
        const [taken, actual, refund, due] = [settled.received, settled.actual, settled.refund, settled.due].map(
          decimal,
        );
        expect(
          taken
            ?.minus(refund ?? 0)
            .plus(due ?? 0)
            .equals(actual ?? 0),
        ).toBe(true);
        expect(refund?.isZero() || due?.isZero()).toBe(true);
      }),
    );
  });

  it('D15: an account deposit comes back after twelve good months', () => {
    expect(depositRefundableOn('2026-04-15')).toBe('2027-04-15');
    expect(depositRefundableOn(null)).toBeNull();
    expect(designDeposits.on(on)).toEqual({ 'single-family': '500', other: '5000' });
  });
});

describe('D19: lines from the dated rates', () => {
  const work = {
    size: '1',
    backflowDevice: false,
    laborHours: '6',
    equipmentHours: '0',
    pavingSquareFeet: '0',
    trafficControlDays: '0',
    encroachmentPermit: false,
  } as const;

  it('leave out what is not needed and price what is', () => {
    expect(standardLines(work, on).map(({ item }) => item)).toEqual([
      'Meter, 1 inch',
      'Meter box',
      'Saddle',
      'Labor, hours',
      'Inspection deposit',
    ]);
    const full = {
      ...work,
      backflowDevice: true,
      equipmentHours: '2',
      pavingSquareFeet: '40.5',
      trafficControlDays: '1',
    };
    expect(standardLines({ ...full, encroachmentPermit: true }, on)).toHaveLength(10);
    expect(() => standardLines({ ...work, size: '12' }, on)).toThrow(RangeError);
  });

  it('lead to an estimate by overhead and capacity fee', () => {
    const rates = installationRates.on(on);
    const estimate = estimateOf({
      lines: standardLines(work, on),
      overheadPercent: decimal(rates.overheadPercent),
      capacityFeeBase: decimal(rates.capacityFeeBase),
      capacityRatio: decimal('2.5'),
      credits: decimal('500'),
    });
    expect(estimate.lines.toFixed(2)).toBe('1379.00');
    expect(estimate.total.toFixed(2)).toBe('11585.85');
  });
});

describe('E6: targets of a new service', () => {
  it('availability in 10 business days, estimate in 15, meter in 10', () => {
    expect([availabilityTarget, estimateTarget, meterSetTarget].map((target) => target.on(on).businessDays)).toEqual([
      10, 15, 10,
    ]);
  });

  it('the meter’s target runs from paid and inspected, whichever came later', () => {
    expect(meterSetRunsFrom('2027-04-01', '2027-04-03')).toBe('2027-04-03');
    expect(meterSetRunsFrom('2027-04-05', '2027-04-03')).toBe('2027-04-05');
    expect(meterSetRunsFrom('2027-04-05', null)).toBeNull();
    expect(meterSetRunsFrom(null, '2027-04-05')).toBeNull();
  });
});
