import { describe, expect, it } from '@jest/globals';
import { districtSummary } from './district-summary.ts';
import { filingsOf } from './filings.ts';
import { type Landholder, type LandRecord, landRegister } from './land-register.ts';
import { type FiledForm, keptForms, mayBeDestroyedFrom } from './retention.ts';
import { summaryEntries } from './summary-entries.ts';

const holder = (id: string, more: Partial<Landholder> = {}): Landholder => ({
  id,
  holder: 'individual',
  recipient: { kind: 'qualified' },
  ...more,
});
const land = (landholder: string, parcel: string, acres: string, more: Partial<LandRecord> = {}): LandRecord => ({
  landholder,
  parcel,
  acres,
  tenure: 'owned',
  share: '1',
  class1Ratio: '1',
  nonexempt: true,
  district: 'ours',
  ...more,
});

const register = landRegister(
  [
    holder('ana'),
    holder('farm', { holder: 'entity', recipient: { kind: 'limited', receivedWaterBy1981: true } }),
    holder('old', { recipient: { kind: 'prior-law', priorLaw: 'individual' } }),
    holder('small'),
  ],
  [
    land('ana', 'p1', '900'),
    land('ana', 'p2', '100', { tenure: 'leased' }),
    land('ana', 'far', '200', { district: 'theirs' }),
    land('ana', 'corps', '50', { nonexempt: false }),
    land('farm', 'p3', '700'),
    land('old', 'p4', '40'),
    land('small', 'p5', '10'),
  ],
);
const entriesOf = (applicability: 'discretionary' | 'exempt') =>
  summaryEntries(
    filingsOf(register, {
      formYear: 2027,
      district: { name: 'ours', applicability, category: 1 },
      on: '2027-01-01',
      onFile: [],
      firstDeliveries: new Map(),
      contractProcedure: false,
    }),
    (id) => ({ name: `Name of ${id}`, acceptedOn: id === 'ana' ? '2027-01-20' : null }),
    '2027-01-01',
  );

describe('A29: who stands in the district’s summary, with which acres', () => {
  it('counts acres of this district, westwide acres, and both tests of acreage limitation (A5, F17)', () => {
    const [ana] = entriesOf('discretionary');
    expect(ana).toMatchObject({
      ownedAcres: '900',
      leasedAcres: '100',
      westwideAcres: '1200',
      excessAcres: '140',
      fullCostAcres: '100',
      form: '7-2180',
      acceptedOn: '2027-01-20',
      summary: '7-21SUMM-C',
    });
  });

  it('has a limited recipient above 640 acres with excess, and a prior law recipient on the reporting summary (A1)', () => {
    const entries = entriesOf('discretionary');
    expect(entries.map(({ landholder, summary, excessAcres }) => [landholder, summary, excessAcres])).toEqual([
      ['ana', '7-21SUMM-C', '140'],
      ['farm', '7-21SUMM-C', '60'],
      ['old', '7-21SUMM-R', '0'],
    ]);
  });

  it('totals each sheet and the whole', () => {
    const summary = districtSummary('7-21SUMM-C', 2027, true, entriesOf('discretionary'));
    expect(summary.sheets.map(({ tabulation, totals }) => [tabulation, totals.landholders, totals.ownedAcres])).toEqual(
      [
        ['A', 1, '900'],
        ['B', 1, '700'],
      ],
    );
    expect(summary).toMatchObject({ ownedAcres: '1600', leasedAcres: '100', excessAcres: '200' });
  });

  it('A36: lists nobody in an exempt district', () => {
    expect(entriesOf('exempt')).toEqual([]);
  });
});

describe('A28: how long a landholder’s forms are kept', () => {
  const filed = (form: FiledForm['form'], acceptedOn: string, legalHold = false): FiledForm => ({
    form,
    receivedOn: acceptedOn,
    acceptedOn,
    legalHold,
    reclamationKeepsThrough: null,
  });
  const destroyedFrom = (...forms: FiledForm[]) => keptForms(forms).map(({ kept }) => mayBeDestroyedFrom(kept));

  it('keeps the last standard form as long as verifications lean on it', () => {
    expect(destroyedFrom(filed('7-2180', '2020-02-01'), filed('7-21VERIFY', '2021-02-01'))).toEqual([null, null]);
  });

  it('keeps a superseded form six years: to the day, and not a day longer', () => {
    const [first, verified, last] = destroyedFrom(
      filed('7-2180', '2020-02-01'),
      filed('7-21VERIFY', '2021-02-01'),
      filed('7-2180', '2022-02-01'),
    );
    expect([first, verified, last]).toEqual(['2028-02-02', '2028-02-02', null]);
  });

  it('never lets go of what is under a legal hold', () => {
    expect(destroyedFrom(filed('7-2180', '2010-02-01', true), filed('7-2180', '2011-02-01'))).toEqual([null, null]);
  });
});
