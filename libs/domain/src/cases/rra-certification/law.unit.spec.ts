import { describe, expect, it } from '@jest/globals';
import type { FormValues } from '../../forms/index.ts';
import { RraCase, refusalOf } from './law.steps.ts';

describe('the duty to file', () => {
  const dutyOf = (details: FormValues) => new RraCase(details).all('filing-duty')[0];

  it.each([
    ['qualified, Category 1', { category: 1 }, '239.99', '240'],
    ['qualified, Category 2', { category: 2 }, '79.99', '80'],
    ['limited', { recipientKind: 'limited', holder: 'entity' }, '39.99', '40'],
    ['prior law', { recipientKind: 'prior-law', applicability: 'prior-law', category: 2 }, '39.99', '40'],
    ['public entity', { holder: 'public-entity' }, '39.99', '40'],
    ['farm operator', { holder: 'farm-operator' }, '960', '960.01'],
  ])('of a %s begins at its threshold (A18, A26, F15)', (_who, details, below, from) => {
    expect(dutyOf({ ...details, westwideAcres: below })).toMatchObject({ mustFile: false, because: 'under-threshold' });
    expect(dutyOf({ ...details, westwideAcres: from })).toMatchObject({ mustFile: true, because: 'over-threshold' });
  });

  it('is none in an exempt district, whoever holds how much, and nothing is held (A36)', () => {
    const exempt = new RraCase({ applicability: 'exempt', westwideAcres: '100000' });
    expect(exempt.all('filing-duty')[0]).toMatchObject({ mustFile: false, because: 'exempt', rules: ['A36'] });
    expect(exempt.held).toEqual([]);
    expect(refusalOf(() => exempt.receive('2027-01-12'))).toEqual({ code: 'no-form-due', rule: 'A36' });
  });

  it.each([
    [{ westwideAcres: '960' }, '7-2180EZ'],
    [{ westwideAcres: '960.01' }, '7-2180'],
    [{ districtCount: 2 }, '7-2180'],
    [{ hasStandardForm: true }, '7-21VERIFY'],
    [{ hasStandardForm: true, changedSince: true }, '7-2180EZ'],
    [{ holder: 'farm-operator', westwideAcres: '1200', hasStandardForm: true }, '7-21FARMOP'],
    [{ holder: 'trust' }, '7-21TRUST'],
    [{ holder: 'entity' }, '7-2181'],
    [{ holder: 'religious' }, '7-2184'],
    [{ recipientKind: 'prior-law', applicability: 'prior-law' }, '7-2190EZ'],
  ])('of %j is one form: %s (A22, A25, F19)', (details, form) => {
    expect(dutyOf(details)?.forms).toEqual([form]);
  });

  it('takes the forms that the campaign named', () => {
    expect(dutyOf({ forms: ['7-2180'] })).toMatchObject({ forms: ['7-2180'], acceptable: ['7-2180', '7-2180EZ'] });
  });
});

describe('acceptance', () => {
  it('is a specialist II’s or III’s, never a specialist I’s (F16)', () => {
    const filed = () => new RraCase().receive('2027-01-12');
    expect(refusalOf(() => filed().check('2027-01-12', { complete: true }, 'specialist-1'))?.code).toBe('forbidden');
    for (const role of ['specialist-2', 'specialist-3', 'supervisor'] as const)
      expect(filed().check('2027-01-12', { complete: true }, role).held).toEqual([]);
  });

  it('frees every parcel in the same decision (F16)', () => {
    const filed = new RraCase({ parcels: ['P1', 'P2'] }).receive('2027-01-12');
    expect(filed.held).toEqual(['P1', 'P2']);
    filed.check('2027-01-12');
    const [accepted, lifted] = ['form-accepted', 'delivery-hold-lifted'].map((type) =>
      filed.events.find((event) => event.type === type),
    );
    expect(lifted?.at).toBe(accepted?.at);
    expect(filed.all('delivery-hold-lifted')[0]?.parcels).toEqual(['P1', 'P2']);
  });

  it.each([
    ['without the spouse’s signature', { spouse: 'lh-2' }, {}, 'A24'],
    ['with a copied signature', {}, { signatures: [{ signer: 'lh-1', manner: 'copied' }] }, 'A24'],
    ['with a digital signature', {}, { signatures: [{ signer: 'lh-1', manner: 'digital' }] }, 'A24'],
    ['of last year’s edition', {}, { edition: 2026 }, 'A23'],
    ['of another kind', {}, { form: '7-2181' }, 'A25'],
    ['with a blank item', {}, { blankItems: ['7'] }, 'F16'],
  ])('is refused to a form %s', (_what, details, form, rule) => {
    const filed = new RraCase(details).receive('2027-01-12', form);
    const refused = refusalOf(() => filed.check('2027-01-12'));
    expect(refused).toEqual({ code: 'form-not-acceptable', rule: 'F16' });
    expect(filed.all('form-logged')[0]?.findings.map((finding) => finding.rule)).toContain(rule);
  });

  it('is refused by a letter that speaks of the spouse, and of nobody by the register’s id', () => {
    const filed = new RraCase({ landholder: 'lh-1', spouse: 'lh-2' }).receive('2027-01-12', { signatures: [] });
    filed.check('2027-01-12', { complete: false });
    const letter = filed.all('message-queued').find(({ template }) => template.endsWith('/incomplete'));
    expect(letter?.data.missing).toEqual(['Ana Ruiz has not signed', 'your spouse has not signed']);
  });

  it('is refused while the checker says that something is missing, and a return without a reason too (F16)', () => {
    const filed = new RraCase().receive('2027-01-12');
    const check = filed.handOff('completeness-check', '2027-01-12');
    const complete = (outcome: FormValues) =>
      refusalOf(() => filed.complete(check, outcome, '2027-01-12'))?.code ?? null;
    expect(complete({ complete: true, missing: ['page 2'] })).toBe('form-not-acceptable');
    expect(complete({ complete: false })).toBe('nothing-missing');
    expect(complete({ complete: false, missing: ['page 2'] })).toBeNull();
  });

  it('tells how long the form is kept that a newer one supersedes (A28)', () => {
    const twice = new RraCase().receive('2027-01-12').check('2027-01-12').receive('2027-02-01').check('2027-02-01');
    expect(twice.all('form-superseded')).toEqual([
      { form: '7-2180EZ', on: '2027-02-01', keptUntil: '2033-02-02', rules: ['A28'] },
    ]);
    const held = new RraCase().receive('2027-01-12').check('2027-01-12');
    held.hear('legal-hold', { reason: 'audit' }, '2027-01-20').receive('2027-02-01').check('2027-02-01');
    expect(held.all('form-superseded')[0]?.keptUntil).toBeNull();
  });
});

describe('a form that the district returns', () => {
  it('is awaited ten business days, to the close of the last one (F16)', () => {
    const returned = new RraCase()
      .receive('2027-01-12', { blankItems: ['7'] })
      .check('2027-01-12', { complete: false });
    expect(returned.all('form-returned')[0]?.returnBy).toBe('2027-01-27');
    expect(returned.passTo('2027-01-26').all('correction-lapsed')).toEqual([]);
    expect(returned.passTo('2027-01-27').all('correction-lapsed')).toHaveLength(1);
    expect(returned.rulesOf('P1')).toEqual(['A20', 'F16']);
  });
});

describe('a correction that Reclamation asks for', () => {
  const asked = () =>
    new RraCase()
      .receive('2027-01-12')
      .check('2027-01-12')
      .hear('correction-requested', { requestedOn: '2027-04-01' }, '2027-04-01');

  it('costs nothing on day 60, and on day 61 an assessment and the hold (A31, F16)', () => {
    const late = asked();
    expect(late.all('correction-asked')[0]).toMatchObject({ targetOn: '2027-05-16', dueOn: '2027-05-31' });
    expect(late.passTo('2027-05-31').held).toEqual([]);
    expect(late.all('assessment-counted')).toEqual([]);
    late.passTo('2027-06-01');
    expect(late.rulesOf('P1')).toEqual(['A31']);
    expect(late.all('assessment-counted')).toMatchObject([{ kind: 'correction-late', year: 2027, amount: '230.00' }]);
  });

  it('is supplied by the corrected form that is accepted in time', () => {
    const supplied = asked().receive('2027-05-31').check('2027-05-31').passTo('2027-07-01');
    expect(supplied.all('correction-supplied')).toHaveLength(1);
    expect(supplied.all('assessment-counted')).toEqual([]);
    expect(supplied.held).toEqual([]);
  });
});

describe('a change within the year', () => {
  const changed = (data: FormValues, on: string, details = {}) =>
    new RraCase(details)
      .receive('2027-01-12')
      .check('2027-01-12')
      .hear('land-changed', { changedOn: '2027-05-01', inSeason: true, ...data }, on);

  it('is told in time on day 30, and late on day 31 (A21)', () => {
    expect(changed({}, '2027-05-31').all('change-reported')[0]?.noticeInTime).toBe(true);
    expect(changed({}, '2027-06-01').all('change-reported')[0]?.noticeInTime).toBe(false);
  });

  it('holds the water from day 61, not on day 60 (A21, F18)', () => {
    const unreported = changed({}, '2027-05-10');
    expect(unreported.passTo('2027-06-30').held).toEqual([]);
    expect(unreported.passTo('2027-07-01').rulesOf('P1')).toEqual(['A21', 'F18']);
  });

  it('holds at once when it becomes known after day 60', () => {
    expect(changed({}, '2027-06-30').held).toEqual([]);
    expect(changed({}, '2027-07-01').held).toEqual(['P1']);
  });

  it('is reported by a form that came in on day 60 and is checked later, not by one of day 61', () => {
    const inTime = changed({}, '2027-05-10').receive('2027-06-30').passTo('2027-07-02');
    expect(inTime.held).toEqual([]);
    const late = changed({}, '2027-05-10').passTo('2027-06-30').receive('2027-07-01').passTo('2027-07-02');
    expect(late.held).toEqual(['P1']);
    expect(late.check('2027-07-06').held).toEqual([]);
  });

  it('is never verified, and not reported by a form that came in before it (A21, A22)', () => {
    const verified = changed({}, '2027-05-10', { hasStandardForm: true }).receive('2027-06-01', { form: '7-21VERIFY' });
    expect(
      verified
        .all('form-logged')
        .at(-1)
        ?.findings.map(({ rule }) => rule),
    ).toEqual(['A25']);
    const before = changed({}, '2027-05-10').receive('2027-06-01', { receivedOn: '2027-04-30' });
    expect(
      before
        .all('form-logged')
        .at(-1)
        ?.findings.map(({ rule }) => rule),
    ).toContain('A21');
  });

  it('holds at once outside the season, and where title passes to a new entity (A14, A21)', () => {
    expect(changed({ inSeason: false }, '2027-05-02').rulesOf('P1')).toEqual(['A21']);
    expect(changed({ toNewEntity: true }, '2027-05-02').rulesOf('P1')).toEqual(['A21']);
  });

  it('gives a landholder whom it brings over the threshold its 60 days (A18, A21)', () => {
    const small = new RraCase({ westwideAcres: '200' });
    expect(small.held).toEqual([]);
    small.hear('land-changed', { changedOn: '2027-05-01', inSeason: true, westwideAcres: '300' }, '2027-05-10');
    expect(small.all('filing-duty').at(-1)).toMatchObject({ mustFile: true, from: 'change' });
    expect(small.held).toEqual([]);
    expect(small.passTo('2027-07-01').rulesOf('P1')).toEqual(['A21', 'F18']);
  });

  it('is not made good by a later one: each runs its own days (A21)', () => {
    const twice = changed({}, '2027-05-10').hear(
      'land-changed',
      { changedOn: '2027-06-20', inSeason: true },
      '2027-06-21',
    );
    expect(twice.passTo('2027-07-01').held).toEqual(['P1']);
    expect(twice.receive('2027-07-02').check('2027-07-02').passTo('2027-09-01').held).toEqual([]);
  });

  it('asks nothing of a farm operator (A26)', () => {
    const operator = new RraCase({ holder: 'farm-operator', westwideAcres: '1200' })
      .receive('2027-01-12', { form: '7-21FARMOP' })
      .check('2027-01-12')
      .hear('land-changed', { changedOn: '2027-05-01', inSeason: true }, '2027-05-10')
      .passTo('2027-08-01');
    expect(operator.all('change-reported')[0]).toMatchObject({ holdFrom: null, rules: ['A26'] });
    expect(operator.held).toEqual([]);
  });
});
