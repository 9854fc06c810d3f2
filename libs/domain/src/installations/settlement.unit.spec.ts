import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { districtCalendar } from '../calendar/index.ts';
import { Decimal, decimal } from '../money/index.ts';
import { type Appointment, appointmentFaults, appointmentStart, firstAppointmentDay } from './appointments.ts';
import { debtLeft, estimateHolds, receiptFault } from './collection.ts';
import { type SettlementTerms, settle } from './settlement.ts';
import { sizeForFlow } from './sizing.ts';
import { stoppedLines } from './standard-lines.ts';
import { appealDays } from './terms.ts';

const on = '2027-04-01';
const receipt = (amount: string, reference = 'R1') => ({ amount, reference });

describe('D17: a payment is taken once, and never beyond what is due', () => {
  it.each([
    ['exactly what is due', '5908.00', '5908.00', null],
    ['a cent less', '5907.99', '5908.00', null],
    ['a cent more', '5908.01', '5908.00', 'more-than-due'],
    ['one cent', '0.01', '5908.00', null],
    ['nothing', '0.00', '5908.00', 'no-amount'],
    ['less than nothing', '-1.00', '5908.00', 'no-amount'],
    ['anything when nothing is due', '0.01', '0.00', 'nothing-due'],
  ])('%s', (_, amount, due, code) => {
    expect(receiptFault(receipt(amount), [], due)?.code ?? null).toBe(code);
  });

  it('a receipt that is recorded already is not taken again, another for the same amount is', () => {
    const known = [receipt('100.00')];
    expect(receiptFault(receipt('100.00'), known, '400.00')).toMatchObject({ code: 'receipt-known', rule: 'D17' });
    expect(receiptFault(receipt('100.00', 'R2'), known, '400.00')).toBeNull();
  });
});

describe('D19: an estimate holds through its last day', () => {
  it.each([
    ['2027-06-29', true],
    ['2027-06-30', true],
    ['2027-07-01', false],
  ])('accepted on %s: %s', (day, holds) => {
    expect(estimateHolds({ validUntil: '2027-06-30' }, day)).toBe(holds);
  });
});

describe('F20: what is left of a debt', () => {
  it.each([
    [[], '84.10'],
    [['84.09'], '0.01'],
    [['84.10'], '0.00'],
    [['84.00', '0.10'], '0.00'],
    [['90'], '0.00'],
  ])('after %j: %s', (paid, left) => expect(debtLeft('84.1', paid)).toBe(left));

  it('a refusal may be appealed for thirty days', () => expect(appealDays.on(on)).toBe(30));
});

describe('D18: the smallest meter that carries the flow is proposed', () => {
  it.each([
    ['0', '5/8'],
    ['15', '5/8'],
    ['15.01', '3/4'],
    ['25', '3/4'],
    ['40', '1'],
    ['120', '2'],
    ['120.5', '3'],
    ['700', '6'],
    ['700.01', null],
  ])('%s gallons a minute: %s inch', (flow, size) => expect(sizeForFlow(flow, on)).toBe(size));
});

describe('D17, F20: an appointment', () => {
  const monday: Appointment = { on: '2027-04-05', window: '08:00-12:00', ticketFrom: '2027-04-05' };
  const codes = (asked: Appointment, now: string) =>
    appointmentFaults(asked, now, districtCalendar).map(({ code }) => code);

  it('leaves 48 hours of construction notice, to the minute', () => {
    expect(codes(monday, '2027-04-03T08:00:00-07:00')).toEqual([]);
    expect(codes(monday, '2027-04-03T08:01:00-07:00')).toEqual(['short-notice']);
    expect(codes({ ...monday, window: '13:00-17:00' }, '2027-04-03T13:00:00-07:00')).toEqual([]);
    expect(codes({ ...monday, window: '13:00-17:00' }, '2027-04-03T13:01:00-07:00')).toEqual(['short-notice']);
  });

  it('is on a day on which the district works', () => {
    expect(codes({ ...monday, on: '2027-04-10' }, '2027-04-01T09:00:00-07:00')).toEqual(['office-shut']);
    expect(codes({ ...monday, on: '2027-05-31' }, '2027-04-01T09:00:00-07:00')).toEqual(['office-shut']);
  });

  it('waits for the underground service alert ticket', () => {
    expect(codes({ ...monday, ticketFrom: '2027-04-06' }, '2027-04-01T09:00:00-07:00')).toEqual(['ticket-later']);
    expect(codes({ ...monday, ticketFrom: '2027-04-04' }, '2027-04-01T09:00:00-07:00')).toEqual([]);
  });

  it('is proposed where it can stand, whatever the hour', () => {
    expect(firstAppointmentDay('2027-04-01', districtCalendar)).toBe('2027-04-05');
    expect(firstAppointmentDay('2027-04-05', districtCalendar)).toBe('2027-04-08');
    expect(firstAppointmentDay('2027-05-28', districtCalendar)).toBe('2027-06-01');
    expect(new Date(appointmentStart(monday, districtCalendar)).toISOString()).toBe('2027-04-05T15:00:00.000Z');
  });
});

describe('D17, D19: the settlement', () => {
  const terms: SettlementTerms = {
    lines: [{ item: 'Labor, hours', quantity: '4', unitCost: '96.50' }],
    overheadPercent: decimal('15'),
    capacityFeeBase: decimal('4200'),
    capacityRatio: decimal('1'),
    credits: decimal('100'),
    capacityTaken: false,
    agreed: true,
  };

  it.each([
    ['exactly the actual cost', '443.90', '0.00', '0.00'],
    ['a cent more', '443.91', '0.01', '0.00'],
    ['a cent less', '443.89', '0.00', '0.01'],
    ['nothing', '0.00', '0.00', '443.90'],
  ])('was paid %s', (_, paid, refund, due) => {
    expect(settle([receipt(paid)], terms)).toMatchObject({ actual: '443.90', refund, due });
  });

  it('charges capacity, and gives credits, once the meter is set', () => {
    expect(settle([], { ...terms, capacityTaken: true }).actual).toBe('4543.90');
    expect(settle([], terms).cost).toMatchObject({ capacityFee: new Decimal(0), credits: new Decimal(0) });
  });

  it('credits above the cost give nothing back beyond what was paid', () => {
    const settled = settle([receipt('50.00')], { ...terms, capacityTaken: true, credits: decimal('9000') });
    expect(settled).toMatchObject({ actual: '0.00', refund: '50.00', due: '0.00' });
  });

  it('charges nothing beyond the deposit where no estimate was accepted', () => {
    expect(settle([receipt('100.00')], { ...terms, agreed: false })).toMatchObject({ refund: '0.00', due: '0.00' });
    expect(settle([receipt('500.00')], { ...terms, agreed: false })).toMatchObject({ refund: '56.10', due: '0.00' });
  });

  it('of stopped work leaves out what was not done', () => {
    const nothing = { laborHours: '0', equipmentHours: '0', pavingSquareFeet: '0', trafficControlDays: '0' };
    expect(stoppedLines({ ...nothing, encroachmentPermit: false, materials: '0' }, on)).toEqual([]);
    const some = { ...nothing, laborHours: '3', encroachmentPermit: true, materials: '95.00', designHours: '4' };
    expect(stoppedLines(some, on).map(({ item }) => item)).toEqual([
      'Materials',
      'Labor, hours',
      'Encroachment permit',
      'Plan check and design, hours',
    ]);
  });

  it('adds up whatever was paid and done: paid = actual + refund − due', () => {
    const amount = fc.integer({ min: 0, max: 2_000_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 4 }), amount, fc.boolean(), (paid, cost, capacityTaken) => {
        const lines = [{ item: 'Other costs', quantity: '1', unitCost: cost }];
        const { received, actual, refund, due } = settle(
          paid.map((each, at) => receipt(each, `R${at}`)),
          { ...terms, lines, capacityTaken },
        );
        expect(decimal(received).plus(due).minus(refund).toFixed(2)).toBe(actual);
      }),
    );
  });
});
