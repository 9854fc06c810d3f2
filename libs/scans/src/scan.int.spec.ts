import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damagedCode } from '@headgate/domain/papers';
import { coverSheetPdf, letterPdf } from '@headgate/letters';
import { scanned } from '@headgate/testing/scanner';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotAScan, openScan } from './scan.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headgate-scans-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fileOf = async (bytes: Uint8Array): Promise<string> => {
  const path = join(folder, `${Math.random()}.pdf`);
  await writeFile(path, bytes);
  return path;
};

const code = (number: string) => `HG1.${number}.ABCDEFGHJKMN`;
const cover = (number: string) =>
  coverSheetPdf({
    caseNumber: number,
    caseTitle: 'RRA certification',
    subject: 'Water year 2027',
    name: 'Hernández Farms',
    checklists: [{ title: 'Completeness check', items: ['Form', 'Edition', 'Signatures'] }],
    code: code(number),
  });
const paper = (words: string) =>
  letterPdf({ subject: 'A paper', language: 'en', html: `<main><h1>A paper</h1><p>${words}</p></main>` }, null);

describe('a scan of papers', () => {
  it('gives the bar codes of its cover sheets, askew and soiled as they are, and none elsewhere', async () => {
    const sheets = [
      await cover('HG-2027-000001'),
      await paper('one'),
      await cover('HG-2027-000002'),
      await paper('two'),
    ];
    const scan = await openScan(await fileOf(scanned(sheets, { seed: 7, skewDegrees: 3, noise: 80 })));
    expect(scan.pages).toBe(4);
    const found = [];
    for (let page = 1; page <= 4; page++) found.push(await scan.look(page));
    await scan.close();
    expect(found.map(({ codes }) => [...new Set(codes)])).toEqual([
      [code('HG-2027-000001')],
      [],
      [code('HG-2027-000002')],
      [],
    ]);
    expect(found.every(({ drawn, preview }) => drawn && preview?.[0] === 0xff && preview[1] === 0xd8)).toBe(true);
  }, 60_000);

  it('is read upside down and sideways too', async () => {
    for (const turned of [90, 180, 270]) {
      const scan = await openScan(await fileOf(scanned([await cover('HG-2027-000003')], { turned })));
      expect([turned, new Set((await scan.look(1)).codes)]).toEqual([turned, new Set([code('HG-2027-000003')])]);
      await scan.close();
    }
  }, 60_000);

  it('is read from what is left of a torn cover sheet, and says so where nothing of it can be read', async () => {
    const upper = { left: 469, top: 84, right: 529, bottom: 142 };
    const lower = { left: 79, top: 603, right: 129, bottom: 653 };
    const line = { left: 250, top: 690, right: 350, bottom: 740 };
    const sheet = await cover('HG-2027-000004');
    for (const [torn, read] of [
      [[upper, lower], code('HG-2027-000004')],
      [[upper, line], code('HG-2027-000004')],
      [[upper, lower, line], damagedCode],
    ] as const) {
      const scan = await openScan(await fileOf(scanned([sheet], { torn, skewDegrees: 0, noise: 10 })));
      expect([torn.length, new Set((await scan.look(1)).codes)]).toEqual([torn.length, new Set([read])]);
      await scan.close();
    }
  }, 60_000);

  it('is cut into PDFs that hold these pages and no others', async () => {
    const scan = await openScan(await fileOf(scanned(await Promise.all(['a', 'b', 'c', 'd'].map(paper)))));
    const part = await openScan(await fileOf(await scan.cut(2, 3)));
    expect(part.pages).toBe(2);
    expect((await part.look(2)).drawn).toBe(true);
    await Promise.all([scan.close(), part.close()]);
  }, 60_000);
});

describe('a file that cannot be read as a scan', () => {
  it.each([
    ['is no PDF', '\u0089PNG\r\n\u001a\n'],
    ['breaks off', '%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R'],
    ['is text', 'hello'],
  ])('because it %s is said to be none', async (_, content) => {
    await expect(openScan(await fileOf(Buffer.from(content, 'latin1')))).rejects.toThrow(NotAScan);
  });

  it('page by page is read around: a sheet of a kilometre, one that refers to itself, one that is missing (A33)', async () => {
    const scan = await openScan(await fileOf(hostile()));
    const looked = [];
    for (let page = 1; page <= scan.pages; page++) looked.push(await scan.look(page));
    await scan.close();
    expect(looked).toHaveLength(3);
    expect(looked.every(({ codes }) => codes.length === 0)).toBe(true);
    for (const { preview } of looked) expect(preview?.length ?? 0).toBeLessThan(500_000);
  }, 60_000);
});

/** A PDF by hand: no cross-reference table, so that the reader has to repair it as well. */
function hostile(): Buffer {
  const body = 'q /Me Do Q';
  return Buffer.from(`%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 6 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 2834645 2834645] >> endobj
4 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /Me 5 0 R >> >> /Contents 7 0 R >> endobj
5 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Me 5 0 R >> >> /Length ${body.length} >>
stream
${body}
endstream endobj
6 0 obj << /Type /Page /Parent 2 0 R >> endobj
7 0 obj << /Length ${body.length} >>
stream
${body}
endstream endobj
trailer << /Root 1 0 R >>
%%EOF
`);
}
