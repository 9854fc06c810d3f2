import { describe, expect, it } from '@jest/globals';
import { instantOf, millis } from '../time/index.ts';
import { type ShutOffFacts, shutOffVerdict } from './index.ts';
import { lawfulAt, lawfulDwelling } from './shut-off.fixture.ts';

function verdict(change: Partial<ShutOffFacts>, at = lawfulAt) {
  return shutOffVerdict({ ...lawfulDwelling, ...change }, at);
}

/** The verdict, and the wall time in Los Angeles (summer or winter by its offset) at which it would first be lawful. */
function expectBarred(change: Partial<ShutOffFacts>, at: string, rules: string[], earliest: string | null) {
  const found = verdict(change, at);
  expect({ allowed: found.allowed, rules: found.unmet.map(({ rule }) => rule) }).toEqual({ allowed: false, rules });
  expect(found.earliest).toBe(earliest === null ? null : instantOf(millis(earliest)));
}

function expectLawful(change: Partial<ShutOffFacts>, at = lawfulAt) {
  const found = verdict(change, at);
  expect(found.unmet).toEqual([]);
  expect(found).toMatchObject({ allowed: true, earliest: instantOf(millis(at)) });
}

describe('a dwelling may be shut off', () => {
  it('when every rule holds (B20)', () => {
    expectLawful({});
  });

  it('by the residential rules, whatever the class, when a dwelling takes water (F4)', () => {
    const soon = { dueOn: '2027-05-20' };
    expect(verdict({ ...soon, service: 'irrigation', dwelling: 'yes' }).unmet.map(({ rule }) => rule)).toEqual(['B4']);
    expect(verdict({ ...soon, service: 'non-residential', dwelling: 'yes' }).unmet).toHaveLength(1);
    expect(verdict({ ...soon, dwelling: 'unknown' }).unmet).toHaveLength(1);
    expectLawful({ ...soon, dwelling: 'no' });
    expectLawful({ ...soon, service: 'irrigation', dwelling: 'unknown' });
  });

  it('for what is owed for water, a cent at least (B2)', () => {
    expectLawful({ balance: '0.01' });
    expectBarred({ balance: '0.00' }, lawfulAt, ['B2'], null);
    expectBarred({ balance: '-4.00' }, lawfulAt, ['B2'], null);
  });
});

describe('sixty full days of delinquency (B4, F1)', () => {
  it('have passed on the 61st day after the due date, not on the 60th', () => {
    expectLawful({ dueOn: '2027-03-26' });
    expectBarred({ dueOn: '2027-03-27' }, lawfulAt, ['B4'], '2027-05-27T08:00:00-07:00');
  });

  it('count the leap day', () => {
    const facts = { dueOn: '2028-01-03', billMailedOn: '2027-12-10', noticeMailedAt: '2028-01-10T10:00:00-08:00' };
    const contacts = { contacts: [{ kind: 'phone', at: '2028-01-10T10:00:00-08:00' }] as const };
    const final = { finalContacts: [{ kind: 'adult', at: '2028-02-28T10:00:00-08:00' }] as const };
    expectLawful({ ...facts, ...contacts, ...final }, '2028-03-06T10:00:00-08:00');
    expectBarred({ ...facts, ...contacts, ...final }, '2028-03-02T10:00:00-08:00', ['B4'], '2028-03-06T08:00:00-08:00');
  });

  it('begin with the due date, not with the bill', () => {
    expectBarred({ billMailedOn: '2026-01-01', dueOn: '2027-05-01' }, lawfulAt, ['B4'], '2027-07-01T08:00:00-07:00');
  });
});

describe('the contact seven business days before (B5)', () => {
  it('counts on the seventh business day after it, not on the sixth', () => {
    expectLawful({ contacts: [{ kind: 'phone', at: '2027-05-17T16:59:00-07:00' }] });
    const late = { contacts: [{ kind: 'written', at: '2027-05-18T08:00:00-07:00' }] as const };
    expectBarred(late, lawfulAt, ['B5'], '2027-05-27T08:00:00-07:00');
  });

  it('passes over a holiday', () => {
    const contacts = [{ kind: 'phone', at: '2027-05-24T10:00:00-07:00' }] as const;
    expectBarred({ contacts }, lawfulAt, ['B5'], '2027-06-03T08:00:00-07:00');
  });

  it('on a Saturday counts from the Monday after', () => {
    expectLawful({ contacts: [{ kind: 'phone', at: '2027-05-15T10:00:00-07:00' }] }, '2027-05-25T10:00:00-07:00');
    const saturday = { contacts: [{ kind: 'phone', at: '2027-05-15T10:00:00-07:00' }] as const };
    expectBarred(saturday, '2027-05-24T16:59:00-07:00', ['B5', 'B18'], '2027-05-25T10:00:00-07:00');
  });

  it('is none when it reached nobody, or the mail came back (F2, F14)', () => {
    const at = '2027-04-26T10:00:00-07:00';
    expectBarred({ contacts: [] }, lawfulAt, ['B5'], null);
    expectBarred({ contacts: [{ kind: 'phone', at, reached: false }] }, lawfulAt, ['B5'], null);
    expectBarred({ contacts: [{ kind: 'written', at, reached: false }] }, lawfulAt, ['B5'], null);
    expectLawful({ contacts: [{ kind: 'phone', at, reached: false }, { kind: 'written', at }] });
  });

  it('is the first of several that reached someone', () => {
    const early = { kind: 'phone', at: '2027-05-03T10:00:00-07:00' } as const;
    const late = { kind: 'written', at: '2027-05-25T10:00:00-07:00' } as const;
    expectLawful({ contacts: [late, early, early] });
  });

  it('in writing also goes to the occupant where the mail goes elsewhere (B7)', () => {
    const written = { kind: 'written', at: '2027-04-26T10:00:00-07:00' } as const;
    expectBarred({ mailingDiffers: true, contacts: [written] }, lawfulAt, ['B5'], null);
    expectLawful({ mailingDiffers: true, contacts: [{ ...written, occupantToo: true }] });
    expectLawful({ mailingDiffers: true });
  });
});

describe('the mailed notice (B18, F2)', () => {
  const notice = (noticeMailedAt: string | undefined, billMailedOn = '2027-02-01') => ({ noticeMailedAt, billMailedOn });

  it('must be there', () => {
    expectBarred(notice(undefined), lawfulAt, ['B18'], null);
  });

  it('is lawful from the 19th day after the bill was mailed', () => {
    expectLawful(notice('2027-04-26T10:00:00-07:00', '2027-04-07'));
    expectBarred(notice('2027-04-26T10:00:00-07:00', '2027-04-08'), lawfulAt, ['B18'], null);
  });

  it('lets the water be shut off fifteen days after mailing, not fourteen', () => {
    expectLawful(notice('2027-05-11T16:00:00-07:00'));
    expectBarred(notice('2027-05-12T08:00:00-07:00'), lawfulAt, ['B18'], '2027-05-27T08:00:00-07:00');
  });

  it('is dated by the day in Los Angeles', () => {
    expectLawful(notice('2027-05-12T06:30:00Z'));
    expectBarred(notice('2027-05-12T07:30:00Z'), lawfulAt, ['B18'], '2027-05-27T08:00:00-07:00');
  });
});

describe('the final contact (B18, F2)', () => {
  it('with an adult was made 24 hours before', () => {
    expectLawful({ finalContacts: [{ kind: 'adult', at: '2027-05-25T10:00:00-07:00' }] });
    const late = { finalContacts: [{ kind: 'adult', at: '2027-05-25T10:00:00.001-07:00' }] as const };
    expectBarred(late, lawfulAt, ['B18'], '2027-05-26T10:00:00.001-07:00');
  });

  it('by posting was made 48 hours before', () => {
    expectLawful({ finalContacts: [{ kind: 'posted', at: '2027-05-24T10:00:00-07:00' }] });
    const late = { finalContacts: [{ kind: 'posted', at: '2027-05-24T10:01:00-07:00' }] as const };
    expectBarred(late, lawfulAt, ['B18'], '2027-05-26T10:01:00-07:00');
  });

  it('must be there, and the one that serves first counts', () => {
    expectBarred({ finalContacts: [] }, lawfulAt, ['B18'], null);
    expectBarred({ finalContacts: undefined }, lawfulAt, ['B18'], null);
    const posted = { kind: 'posted', at: '2027-05-24T15:00:00-07:00' } as const;
    expectLawful({ finalContacts: [posted, { kind: 'adult', at: '2027-05-25T09:00:00-07:00' }] });
  });

  it('counts true hours over the night of the change to summer time', () => {
    const change = { dueOn: '2026-12-01', billMailedOn: '2026-11-01', noticeMailedAt: '2027-02-01T10:00:00-08:00' };
    const contacts = { contacts: [{ kind: 'phone', at: '2027-02-01T10:00:00-08:00' }] as const };
    const finalContacts = [{ kind: 'posted', at: '2027-03-13T10:00:00-08:00' }] as const;
    const facts = { ...change, ...contacts, finalContacts };
    expectBarred(facts, '2027-03-15T10:59:00-07:00', ['B18'], '2027-03-15T11:00:00-07:00');
    expectLawful(facts, '2027-03-15T11:00:00-07:00');
  });

  it('counts true hours over the night of the change to winter time', () => {
    const finalContacts = [{ kind: 'posted', at: '2027-11-06T10:00:00-07:00' }] as const;
    expectBarred({ finalContacts }, '2027-11-08T08:59:00-08:00', ['B18'], '2027-11-08T09:00:00-08:00');
    expectLawful({ finalContacts }, '2027-11-08T09:00:00-08:00');
  });
});

describe('what bars the shut-off of a dwelling', () => {
  it('is a pending appeal (B9), and a pending dispute (B16)', () => {
    expectBarred({ appealPending: true }, lawfulAt, ['B9'], null);
    expectBarred({ disputePending: true }, lawfulAt, ['B16'], null);
    expectLawful({ appealPending: false, disputePending: false });
  });

  it('is an extension, through its last day (B16)', () => {
    expectBarred({ extensionUntil: '2027-05-26' }, lawfulAt, ['B16'], '2027-05-27T08:00:00-07:00');
    expectLawful({ extensionUntil: '2027-05-25' });
  });

  it.each([
    [true, true, true, false],
    [false, true, true, true],
    [true, false, true, true],
    [true, true, false, true],
    [false, false, false, true],
  ])('is the medical bar when all three conditions are met (B10): %s %s %s', (certificate, unableToPay, willingToArrange, lawful) => {
    const medical = { certificate, unableToPay, willingToArrange };
    if (lawful) expectLawful({ medical });
    else expectBarred({ medical }, lawfulAt, ['B10'], null);
  });

  it('is a missing language (F8)', () => {
    expectBarred({ languagesComplete: false }, lawfulAt, ['F8'], null);
    expectLawful({ languagesComplete: true });
  });

  it('is a stay, until it ends or is lifted (F7)', () => {
    expectBarred({ stay: { kind: 'bankruptcy' } }, lawfulAt, ['F7'], null);
    expectBarred({ stay: { kind: 'military-service', until: '2027-05-26' } }, lawfulAt, ['F7'], '2027-05-27T08:00:00-07:00');
    expectLawful({ stay: { kind: 'military-service', until: '2027-05-25' } });
  });

  it('is money not known up to the same morning (F5)', () => {
    expectLawful({ paymentsThrough: '2027-05-26T00:00:00-07:00' });
    expectBarred({ paymentsThrough: '2027-05-25T23:59:59.999-07:00' }, lawfulAt, ['F5'], null);
  });

  it('is a tenant who was not told ten days before, seven in a detached house (B13)', () => {
    expectBarred({ tenants: {} }, lawfulAt, ['B13'], null);
    expectLawful({ tenants: { noticeAt: '2027-05-16T10:00:00-07:00' } });
    const late = { noticeAt: '2027-05-17T10:00:00-07:00' };
    expectBarred({ tenants: late }, lawfulAt, ['B13'], '2027-05-27T08:00:00-07:00');
    expectLawful({ tenants: { noticeAt: '2027-05-19T10:00:00-07:00', detachedHouse: true } });
    const later = { noticeAt: '2027-05-20T10:00:00-07:00', detachedHouse: true };
    expectBarred({ tenants: later }, lawfulAt, ['B13'], '2027-05-27T08:00:00-07:00');
  });

  it('names every rule that does not hold, not the first alone', () => {
    const everything = {
      balance: '0',
      dueOn: '2027-05-25',
      contacts: [],
      noticeMailedAt: undefined,
      finalContacts: [],
      appealPending: true,
      disputePending: true,
      languagesComplete: false,
      stay: { kind: 'bankruptcy' },
      medical: { certificate: true, unableToPay: true, willingToArrange: true },
      arrangement: { state: 'kept' } as const,
      paymentsThrough: '2027-05-01T08:00:00-07:00',
      extensionUntil: '2027-06-30',
      tenants: {},
    };
    const rules = ['B2', 'B4', 'B5', 'B18', 'B18', 'B13', 'F8', 'B9', 'B16', 'B16', 'B10', 'B11', 'F7', 'F5', 'B19'];
    expectBarred(everything, '2027-05-29T10:00:00-07:00', rules, null);
  });
});

describe('an arrangement (B11)', () => {
  const posted = '2027-05-03T10:00:00-07:00';

  it('bars while it is kept', () => {
    expectBarred({ arrangement: { state: 'kept' } }, lawfulAt, ['B11'], null);
  });

  it('bars until it was broken for sixty days, the first day of non-compliance being the first (F1)', () => {
    expectLawful({ arrangement: { state: 'broken', brokenSince: '2027-03-27', finalPostedAt: posted } });
    const late = { state: 'broken', brokenSince: '2027-03-28', finalPostedAt: posted } as const;
    expectBarred({ arrangement: late }, lawfulAt, ['B11'], '2027-05-27T08:00:00-07:00');
  });

  it('bars until the final notice stood for five business days', () => {
    const since = { state: 'broken', brokenSince: '2027-01-04' } as const;
    expectLawful({ arrangement: { ...since, finalPostedAt: '2027-05-19T16:59:00-07:00' } });
    const late = { ...since, finalPostedAt: '2027-05-20T08:00:00-07:00' };
    expectBarred({ arrangement: late }, lawfulAt, ['B11'], '2027-05-27T08:00:00-07:00');
    const overHoliday = { ...since, finalPostedAt: '2027-05-25T08:00:00-07:00' };
    expectBarred({ arrangement: overHoliday }, lawfulAt, ['B11'], '2027-06-02T08:00:00-07:00');
  });

  it('bars while nobody posted a final notice or knows since when it is broken', () => {
    expectBarred({ arrangement: { state: 'broken', brokenSince: '2027-01-04' } }, lawfulAt, ['B11'], null);
    expectBarred({ arrangement: { state: 'broken', finalPostedAt: posted } }, lawfulAt, ['B11'], null);
  });
});
