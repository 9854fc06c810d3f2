import { describe, expect, it } from '@jest/globals';
import { type MeterFacts, type Read, readExceptions } from './index.ts';

const meter: MeterFacts = { serial: 'M-1', size: '5/8', registerDigits: 4, unit: 'CCF', multiplier: '1' };
const history: Read[] = [
  { readOn: '2027-01-31', reading: '100' },
  { readOn: '2027-02-28', reading: '112' },
  { readOn: '2027-03-31', reading: '120' },
];

function found(reading: string | null, more: Partial<Parameters<typeof readExceptions>[0]> = {}, nonReadCode?: string) {
  const read: Read = { readOn: '2027-04-30', reading, ...(nonReadCode ? { nonReadCode } : {}) };
  return readExceptions({ read, history, meter, ...more }).map(({ kind }) => kind);
}

describe('what is odd about an imported read', () => {
  it.each<[string, string, string[]]>([
    ['a usual use', '131', []],
    ['twice the usual use (D3)', '140', ['high']],
    ['just under twice the usual use (D3)', '139', []],
    ['a quarter of the usual use (D2)', '122.5', ['low']],
    ['just over a quarter of the usual use (D2)', '122.51', []],
    ['no use (D1)', '120', ['zero']],
    ['exactly the use of the period before (D1)', '128', ['same-use']],
    ['a register that ran back (D1)', '119', ['negative']],
    ['a reading of too many digits (D1)', '10000', ['beyond-register']],
  ])('%s', (_what, reading, kinds) => {
    expect(found(reading)).toEqual(kinds);
  });

  it('names a roll-over beside what the use says (D1)', () => {
    const late = history.map((read) => ({ ...read, reading: String(Number(read.reading) + 9875) }));
    expect(found('6', { history: late })).toEqual(['roll-over']);
    expect(found('60', { history: late })).toEqual(['roll-over', 'high']);
  });

  it('names the reason of a non-read (D12), and the second in a row (D13)', () => {
    expect(found(null, {}, 'NOACC')).toEqual(['non-read']);
    const unread = [...history, { readOn: '2027-04-15', reading: null, nonReadCode: 'NOACC' }];
    expect(found(null, { history: unread }, 'BURIED')).toEqual(['non-read', 'repeated-non-read']);
    const [exception] = readExceptions({
      read: { readOn: '2027-04-30', reading: null, nonReadCode: 'BURIED' },
      history,
      meter,
    });
    expect(exception).toEqual({ kind: 'non-read', rule: 'D12', text: 'the meter was not read: meter box buried' });
  });

  it('expects no use of an inactive account (D1)', () => {
    expect(found('120', { active: false })).toEqual([]);
    expect(found('131', { active: false })).toEqual(['inactive-with-use']);
  });

  it('finds nothing odd in a first read, and does not compare it with later ones', () => {
    expect(found('131', { history: [] })).toEqual([]);
    expect(found('131', { history: [{ readOn: '2027-05-31', reading: '100' }] })).toEqual([]);
  });
});
