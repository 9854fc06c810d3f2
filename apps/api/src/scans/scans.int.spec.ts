import { setTimeout as pause } from 'node:timers/promises';
import { bytesOf, CoverCodes, keepAndFile } from '@headgate/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openOffice, type TestOffice } from '../testing/office.ts';
import { AbandonedFiles } from './abandoned-files.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const pdf = (words: string) => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`);
const by = { kind: 'staff', name: 'specialist2', role: 'specialist-2' } as const;

async function post(bytes: Buffer, { user = 'specialist2', type = 'application/pdf', key = '' } = {}) {
  return await office.send({
    method: 'POST',
    url: '/api/v1/scans?name=Monday.pdf',
    payload: bytes,
    headers: {
      'content-type': type,
      authorization: `Bearer ${await office.tokenOf(user)}`,
      ...(key ? { 'idempotency-key': key } : {}),
    },
  });
}

/** A part as the worker leaves it when its cover sheet cannot be read. */
async function partWaiting(scanId: string, n = 1): Promise<void> {
  const part = {
    scanId,
    n,
    firstPage: 4,
    lastPage: 6,
    caseNumber: null,
    why: 'No cover sheet lies before these pages.',
  };
  await keepAndFile(office.record, part, pdf(`part ${n} of ${scanId}`), by);
}

const files = async (which = ''): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from stored_file f ${sql.raw(which)}`.execute(
    office.record.db,
  );
  return rows[0]?.n ?? 0;
};

describe('a bulk scan', () => {
  it('is taken in once, however often and under whatever name the same bytes come', async () => {
    const first = await post(pdf('once'));
    expect([first.statusCode, first.json()]).toEqual([
      201,
      expect.objectContaining({ status: 'waiting', name: 'Monday.pdf', pages: null, filed: [], unfiled: [] }),
    ]);
    const kept = await files();
    const again = await post(pdf('once'));
    expect([again.statusCode, again.json().id]).toEqual([200, first.json().id]);
    const many = await Promise.all(Array.from({ length: 4 }, () => post(pdf('at once'))));
    expect(new Set(many.map((answer) => answer.json().id)).size).toBe(1);
    // What came twice is let go of behind the answer.
    for (let tries = 0; tries < 50 && (await files()) > kept + 1; tries++) await pause(20);
    expect(await files()).toBe(kept + 1);
  });

  it('is answered the same under the same key, and its key takes no other scan', async () => {
    const [first, again] = [await post(pdf('keyed'), { key: 'k1' }), await post(pdf('keyed'), { key: 'k1' })];
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect((await post(pdf('another'), { key: 'k1' })).statusCode).toBe(422);
  });

  it('is a PDF and nothing else', async () => {
    for (const bytes of [Buffer.from('GIF89a'), Buffer.alloc(5000, 'x'), Buffer.from('%PD')])
      expect((await post(bytes)).statusCode).toBe(415);
    expect((await post(Buffer.alloc(0))).statusCode).toBe(400);
    expect((await post(Buffer.from('{}'), { type: 'application/json' })).statusCode).toBe(415);
  });

  it('is posted by those who file papers, and seen by a crew only when it is their own (A12)', async () => {
    for (const user of ['operations', 'accounting', 'engineering'])
      expect((await post(pdf(user), { user })).statusCode).toBe(403);
    const desk = (await post(pdf('of the desk'))).json();
    const own = (await post(pdf('of the technician'), { user: 'technician' })).json();
    await partWaiting(desk.id);
    for (const path of ['', '/file', '/pages/1'])
      expect((await office.ask('technician', 'GET', `/scans/${desk.id}${path}`)).statusCode).toBe(404);
    const byHand = await office.ask('technician', 'POST', `/scans/${desk.id}/parts/1/file`, { case: 'HG-2027-000001' });
    expect(byHand.statusCode).toBe(404);
    expect((await office.ask('technician', 'GET', '/scans')).json().items.map(({ id }: { id: string }) => id)).toEqual([
      own.id,
    ]);
    const all = (await office.ask('specialist1', 'GET', '/scans?limit=1')).json();
    expect([all.items[0].id, all.nextCursor]).toEqual([own.id, own.id]);
    expect((await post(pdf('of the desk'), { user: 'technician' })).json().code).toBe('scanned-already');
  });

  it('comes back as it was posted', async () => {
    const { id } = (await post(pdf('back'))).json();
    const response = await office.ask('specialist2', 'GET', `/scans/${id}/file`);
    expect(response.rawPayload.equals(pdf('back'))).toBe(true);
    expect(response.headers['content-disposition']).toMatch(/^attachment/);
  });
});

describe('a part that nobody’s cover sheet names', () => {
  it('is filed by hand with the case that a person names, once', async () => {
    const { id, number } = await office.openCase();
    const scan = (await post(pdf('by hand'))).json();
    await partWaiting(scan.id);
    const waiting = (await office.ask('specialist2', 'GET', `/scans/${scan.id}`)).json();
    expect(waiting.unfiled).toEqual([
      { part: 1, pages: [4, 5, 6], caseNumber: null, why: 'No cover sheet lies before these pages.' },
    ]);
    const answer = await office.ask('specialist1', 'POST', `/scans/${scan.id}/parts/1/file`, { case: number });
    expect(answer.statusCode).toBe(200);
    const [filed] = answer.json().filed;
    expect(filed).toMatchObject({ part: 1, pages: [4, 5, 6], caseNumber: number, filedBy: 'specialist1' });
    expect(answer.json().unfiled).toEqual([]);
    const again = await office.ask('specialist1', 'POST', `/scans/${scan.id}/parts/1/file`, { case: number });
    expect([again.statusCode, again.json().code]).toEqual([409, 'already-filed']);
    const [attached] = (await office.ask('specialist2', 'GET', `/cases/${id}/attachments`)).json().items;
    expect(attached).toMatchObject({
      id: filed.attachmentId,
      name: 'Monday, pages 4-6.pdf',
      mediaType: 'application/pdf',
      scan: { id: scan.id, firstPage: 4, lastPage: 6 },
    });
    const events = (await office.ask('specialist2', 'GET', `/cases/${id}/events`)).json();
    expect(events.slice(-2).map(({ type }: { type: string }) => type)).toEqual(['attachment-added', 'scan-filed']);
  });

  it('is not filed with a case that is not there, nor one of which a person may not know', async () => {
    const scan = (await post(pdf('of nobody'), { user: 'technician' })).json();
    await partWaiting(scan.id);
    const { number } = await office.openCase();
    for (const [user, wanted] of [
      ['technician', number],
      ['specialist2', 'HG-2027-999999'],
      ['specialist2', "x'; drop table cases"],
    ] as const) {
      const answer = await office.ask(user, 'POST', `/scans/${scan.id}/parts/1/file`, { case: wanted });
      expect([wanted, answer.statusCode]).toEqual([wanted, 404]);
    }
    for (const part of ['2', '0', '-1', '1e3', 'x'])
      expect(
        (await office.ask('specialist2', 'POST', `/scans/${scan.id}/parts/${part}/file`, { case: number })).statusCode,
      ).toBe(404);
  });

  it('says why when the case that it names takes no more, and is not lost (A33)', async () => {
    const scan = (await post(pdf('to a full case'))).json();
    const part = { scanId: scan.id, n: 1, firstPage: 1, lastPage: 2, caseNumber: 'HG-2027-999999', why: null };
    await keepAndFile(office.record, part, pdf('p'), by);
    await keepAndFile(office.record, part, pdf('p'), by);
    const told = (await office.ask('specialist2', 'GET', `/scans/${scan.id}`)).json();
    expect(told.unfiled).toEqual([
      { part: 1, pages: [1, 2], caseNumber: 'HG-2027-999999', why: 'There is no case HG-2027-999999.' },
    ]);
  });
});

describe('a cover sheet', () => {
  it('is a PDF whose code names the case and is checked by the office’s own key', async () => {
    const { id, number } = await office.openCase();
    const { statusCode, headers, rawPayload } = await office.ask('specialist2', 'GET', `/cases/${id}/cover-sheet`);
    expect([statusCode, headers['content-type'], rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const codes = await CoverCodes.of(office.record.db);
    const code = codes.codeOf(number);
    expect(codes.numberIn(code)).toBe(number);
    expect(code).toMatch(/^HG1\.HG-\d{4}-\d{6}\.[0-9A-Z]{12}$/);
    expect((await CoverCodes.of(office.record.db)).codeOf(number)).toBe(code);
  });

  it('is believed neither with another number nor with another check', async () => {
    const codes = await CoverCodes.of(office.record.db);
    const code = codes.codeOf('HG-2027-000001');
    for (const forged of [
      code.replace('000001', '000002'),
      `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`,
      code.slice(0, -1),
      `${code}0`,
      'HG1.HG-2027-000001.',
      'HG1.',
    ]) {
      expect([codes.isOurs(forged), codes.numberIn(forged)]).toEqual([true, null]);
    }
    expect(codes.isOurs('https://example.org')).toBe(false);
  });

  it('is not given to those who may not know of the case (A12)', async () => {
    const { id } = await office.openCase();
    expect((await office.ask('accounting', 'GET', `/cases/${id}/cover-sheet`)).statusCode).toBe(404);
  });
});

describe('a file that was never filed', () => {
  it('is dropped hours later, and one that is filed stays', async () => {
    const { id } = (await post(pdf('kept'))).json();
    await office.asApplication(
      `insert into stored_file (id, begun_at) values (gen_random_uuid(), '2027-04-06T12:00:00Z')`,
    );
    const held = await files(
      'where exists (select from scan s where s.file_id = f.id) or exists (select from scan_part p where p.file_id = f.id)',
    );
    expect(await files()).toBeGreaterThan(held);
    office.moveTo('2027-04-07T17:00:00.000Z');
    await office.app.get(AbandonedFiles).sweep();
    expect(await files()).toBe(held);
    const { rows } = await sql<{ file_id: string }>`select file_id from scan where id = ${id}`.execute(
      office.record.db,
    );
    const pieces = [];
    for await (const piece of bytesOf(() => office.record.db, String(rows[0]?.file_id))) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(pdf('kept'))).toBe(true);
  });
});
