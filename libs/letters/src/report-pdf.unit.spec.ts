import { describe, expect, it } from '@jest/globals';
import { type PaperReport, reportPdf } from './report-pdf.ts';

const report = (rows: number): PaperReport => ({
  title: 'RRA district summary 2027',
  lines: ['Headgate Water District'],
  sections: [
    {
      heading: 'Tabulation A',
      columns: [
        { title: 'Landholder', share: 3 },
        { title: 'Acres', share: 1, right: true },
      ],
      rows: Array.from({ length: rows }, (_, at) => [`Núñez 王 number ${at}`, '100.5']),
      whenEmpty: 'Nobody.',
    },
  ],
  signatures: ['Specialist III', 'Manager'],
});
const text = async (rows: number) => (await reportPdf(report(rows))).toString('latin1');
const count = (pdf: string, pattern: RegExp) => pdf.match(pattern)?.length ?? 0;

describe('a report on paper', () => {
  it('is a tagged PDF in which each row of a table is one', async () => {
    const pdf = await text(3);
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('/StructTreeRoot');
    expect(count(pdf, /\/S \/TR\b/g)).toBe(4);
    expect(count(pdf, /\/S \/TH\b/g)).toBe(2);
  });

  it('goes on over as many sheets as its rows need', async () => {
    expect(count(await text(3), /\/Type \/Page\b/g)).toBe(1);
    expect(count(await text(100), /\/Type \/Page\b/g)).toBeGreaterThan(2);
  });

  it('says so where a table has no row', async () => {
    expect(count(await text(0), /\/S \/TR\b/g)).toBe(0);
  });
});
