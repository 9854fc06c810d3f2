import { describe, expect, it } from '@jest/globals';
import type { ShutOffFacts } from './index.ts';
import { barredBy, lawfulAt, lawfulFrom, outcome } from './shut-off.fixture.ts';

function expectBarred(change: Partial<ShutOffFacts>, at: string, rules: string[], until: string | null) {
  expect(outcome(change, at)).toEqual(barredBy(rules, until));
}

function expectLawful(change: Partial<ShutOffFacts>, at = lawfulAt) {
  expect(outcome(change, at)).toEqual(lawfulFrom(at));
}

describe('a dwelling may be shut off', () => {
  it('when every rule holds (B20)', () => {
    expectLawful({});
  });

  it('by the residential rules, whatever the class, when a dwelling takes water (F4)', () => {
    const soon = { dueOn: '2027-05-20' };
    expect(outcome({ ...soon, service: 'irrigation', dwelling: 'yes' }).rules).toEqual(['B4']);
    expect(outcome({ ...soon, service: 'non-residential', dwelling: 'yes' }).rules).toHaveLength(1);
    expect(outcome({ ...soon, dwelling: 'unknown' }).rules).toHaveLength(1);
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
    expectLawful({
      contacts: [
        { kind: 'phone', at, reached: false },
        { kind: 'written', at },
      ],
    });
  });

  it('is the first of several that reached someone', () => {
    const early = { kind: 'phone', at: '2027-05-03T10:00:00-07:00' } as const;
    const late = { kind: 'written', at: '2027-05-25T10:00:00-07:00' } as const;
    expectLawful({ contacts: [late, early, early] });
  });

  it('in writing also goes to the occupant where the mail goes elsewhere (B7)', () => {
    const written = { kind: 'written', at: '2027-04-26T10:00:00-07:00' } as const;
    expectBarred({ mailingDiffers: true, contacts: [written] }, lawfulAt, ['B5'], null);
    expectLawful({ mailingDiffers: true, contacts: [{ ...written, occupantAt: written.at }] });
    expectLawful({ mailingDiffers: true });
  });

  it('counts from the occupant’s notice when that was the later one (B7)', () => {
    const written = { kind: 'written', at: '2027-04-26T10:00:00-07:00' } as const;
    const seventh = { ...written, occupantAt: '2027-05-17T10:00:00-07:00' };
    expectLawful({ mailingDiffers: true, contacts: [seventh] });
    const sixth = { ...written, occupantAt: '2027-05-18T10:00:00-07:00' };
    expectBarred({ mailingDiffers: true, contacts: [sixth] }, lawfulAt, ['B5'], '2027-05-27T08:00:00-07:00');
  });
});

describe('the mailed notice (B18, F2)', () => {
  const notice = (noticeMailedAt: string | undefined, billMailedOn = '2027-02-01') => ({
    noticeMailedAt,
    billMailedOn,
  });

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
