import { describe, expect, it } from '@jest/globals';
import { instantOf, millis } from '../time/index.ts';
import { collectionPlan, revivedAfterReturn, type ShutOffFacts, shutOffVerdict, withoutFailed } from './index.ts';
import { lawfulAt, lawfulDwelling, lawfulTurnout } from './shut-off.fixture.ts';

const nothingDone: ShutOffFacts = {
  service: 'residential',
  billMailedOn: '2027-02-01',
  dueOn: '2027-03-01',
  balance: '120.50',
  contacts: [],
};
const utc = (at: string) => instantOf(millis(at));

describe('the plan of a collection', () => {
  it('begins at once and ends with the sixty days', () => {
    expect(collectionPlan(nothingDone, '2027-03-02T10:00:00-08:00')).toEqual({
      contactAt: utc('2027-03-02T10:00:00-08:00'),
      noticeAt: utc('2027-03-02T10:00:00-08:00'),
      tenantNoticeAt: null,
      finalPostingBy: utc('2027-05-01T08:00:00-07:00'),
      shutOff: utc('2027-05-03T08:00:00-07:00'),
    });
  });

  it('mails no notice before the 19th day after the bill (F2), on a day on which the office is open', () => {
    const early = { ...nothingDone, billMailedOn: '2027-02-25' };
    expect(collectionPlan(early, '2027-03-02T10:00:00-08:00').noticeAt).toBe(utc('2027-03-16T08:00:00-07:00'));
    const mailedEarly = { ...early, noticeMailedAt: '2027-03-10T10:00:00-08:00' };
    expect(collectionPlan(mailedEarly, '2027-03-17T10:00:00-07:00').noticeAt).toBe(utc('2027-03-17T10:00:00-07:00'));
  });

  it('waits for notice and contact when it begins late', () => {
    const plan = collectionPlan(nothingDone, '2027-05-24T18:00:00-07:00');
    expect(plan).toMatchObject({
      noticeAt: utc('2027-05-25T08:00:00-07:00'),
      finalPostingBy: utc('2027-06-07T08:00:00-07:00'),
      shutOff: utc('2027-06-09T08:00:00-07:00'),
    });
  });

  it('has nothing left to do for a case where all was done', () => {
    expect(collectionPlan(lawfulDwelling, lawfulAt)).toEqual({
      contactAt: null,
      noticeAt: null,
      tenantNoticeAt: null,
      finalPostingBy: null,
      shutOff: utc(lawfulAt),
    });
  });

  it('tells the tenants (B13)', () => {
    const plan = collectionPlan({ ...lawfulDwelling, tenants: {} }, lawfulAt);
    expect(plan).toMatchObject({ tenantNoticeAt: utc(lawfulAt), shutOff: utc('2027-06-07T08:00:00-07:00') });
  });

  it('of irrigation service gives fifteen days of notice and posts nothing (F12)', () => {
    const plan = collectionPlan({ ...lawfulTurnout, noticeMailedAt: undefined }, '2027-05-03T10:00:00-07:00');
    expect(plan).toEqual({
      contactAt: null,
      noticeAt: utc('2027-05-03T10:00:00-07:00'),
      tenantNoticeAt: null,
      finalPostingBy: null,
      shutOff: utc('2027-05-18T08:00:00-07:00'),
    });
  });

  it('knows of no shut-off while something bars it', () => {
    expect(collectionPlan({ ...nothingDone, appealPending: true }, lawfulAt).shutOff).toBeNull();
  });
});

describe('a failed notice (F14)', () => {
  it('by mail takes away the written contact and the notice, and every later date is planned anew', () => {
    const byMail = { ...lawfulDwelling, contacts: [{ kind: 'written' as const, at: '2027-04-26T10:00:00-07:00' }] };
    const failed = withoutFailed(byMail, 'mail-returned');
    expect(shutOffVerdict(failed, lawfulAt).unmet.map(({ rule }) => rule)).toEqual(['B5', 'B18']);
    const plan = collectionPlan(failed, lawfulAt);
    expect(plan).toMatchObject({
      contactAt: utc(lawfulAt),
      noticeAt: utc(lawfulAt),
      shutOff: utc('2027-06-10T08:00:00-07:00'),
    });
  });

  it('by telephone takes away the calls alone', () => {
    const failed = withoutFailed(lawfulDwelling, 'phone-failed');
    expect(shutOffVerdict(failed, lawfulAt).unmet.map(({ rule }) => rule)).toEqual(['B5']);
    const written = { kind: 'written' as const, at: '2027-04-27T10:00:00-07:00' };
    const both = { ...lawfulDwelling, contacts: [...lawfulDwelling.contacts, written] };
    expect(shutOffVerdict(withoutFailed(both, 'phone-failed'), lawfulAt).allowed).toBe(true);
  });
});

describe('a returned payment (F9)', () => {
  it('revives the case at a new notice, never at its old stage', () => {
    const revived = revivedAfterReturn({
      ...lawfulDwelling,
      tenants: { noticeAt: '2027-04-26T10:00:00-07:00', detachedHouse: true },
    });
    expect(shutOffVerdict(revived, lawfulAt).unmet.map(({ rule }) => rule)).toEqual(['B5', 'B18', 'B18', 'B13']);
    expect(revived.tenants).toMatchObject({ detachedHouse: true });
    const farm = revivedAfterReturn({ ...lawfulTurnout, landowner: { noticeAt: '2027-05-03T10:00:00-07:00' } });
    expect(shutOffVerdict(farm, lawfulAt).unmet.map(({ rule }) => rule)).toEqual(['F12']);
  });
});
