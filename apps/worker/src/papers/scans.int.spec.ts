import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { coverSheetPdf, letterPdf } from '@headgate/letters';
import {
  attachmentsOf,
  bytesOf,
  CaseRecord,
  CoverCodes,
  connect,
  eventsOf,
  findAttachment,
  findScan,
  type KeptPart,
  OfficeSource,
  type Orm,
  partsKept,
  postScan,
  seedOffice,
  storeFile,
  systemClock,
} from '@headgate/persistence';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { scanned } from '@headgate/testing/scanner';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { readScan } from './scan-reading.ts';

const technician = { kind: 'staff', name: 'technician', role: 'technician' } as const;

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;
let codes: CoverCodes;
let paper: Uint8Array;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url, poolSize: 12 });
  record = new CaseRecord(orm, systemClock, new OfficeSource(orm));
  await seedOffice(record.db);
  codes = await CoverCodes.of(record.db);
  const html = '<main><h1>Certification</h1><p>Westwide owned: 640 acres. Signed: J. Hernández.</p></main>';
  paper = await letterPdf({ subject: 'A form', language: 'en', html }, null);
}, 60_000);

afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
}, 60_000);

async function openCase() {
  const intake = { type: 'high-consumption', channel: 'letter', subject: 'Papers come', details: {} } as const;
  return await record.open(intake, { kind: 'staff', name: 'specialist2', role: 'specialist-2' });
}

const coverOf = (caseNumber: string, code = codes.codeOf(caseNumber)) =>
  coverSheetPdf({
    caseNumber,
    caseTitle: 'RRA certification',
    subject: 'Papers come',
    name: 'J. Hernández',
    checklists: [],
    code,
  });

async function posted(sheets: readonly Uint8Array[], seed: number): Promise<string> {
  const file = await storeFile(record.db, [scanned(sheets, { seed })], systemClock.now());
  const { id } = await postScan(record.db, {
    name: 'Monday.pdf',
    fileId: file.id,
    sha256: file.sha256,
    by: technician,
    at: systemClock.now(),
  });
  return id;
}

const told = ({ firstPage, lastPage, caseNumber, why, attachmentId }: KeptPart) =>
  [`${firstPage}-${lastPage}`, caseNumber, why, attachmentId ? 'filed' : 'waits'].filter(Boolean).join(' ');

describe('a scan as a scanner gives it', () => {
  it('is cut at its three cover sheets and filed with their cases; what nobody can place waits, and no page is lost', async () => {
    const [a, b] = [await openCase(), await openCase()];
    const forged = codes.codeOf(a.number).replace(a.number, b.number);
    const sheets = [
      paper,
      await coverOf(a.number),
      paper,
      paper,
      await coverOf(b.number),
      paper,
      await coverOf(b.number, forged),
      paper,
      await coverOf('HG-2020-000001'),
      paper,
      await coverOf(a.number),
      paper,
    ];
    const id = await posted(sheets, 11);
    await readScan(record, id);
    expect((await partsKept(record.db, id)).map(told)).toEqual([
      '1-1 No cover sheet lies before these pages. waits',
      `2-4 ${a.number} filed`,
      `5-6 ${b.number} filed`,
      '7-8 The bar code on page 7 is damaged, or not of this office. waits',
      '9-10 HG-2020-000001 There is no case HG-2020-000001. waits',
      `11-12 ${a.number} filed`,
    ]);
    const kept = await attachmentsOf(record.db, a.id, { after: null, limit: 10 });
    expect(kept.map(({ name, scan }) => [name, scan?.id])).toEqual([
      ['Monday, pages 2-4.pdf', id],
      ['Monday, pages 11-12.pdf', id],
    ]);
    const filed = (await eventsOf(record.db, a.id)).filter(({ type }) => type === 'scan-filed');
    expect(filed.map(({ data, actor }) => [data.firstPage, data.lastPage, actor.name])).toEqual([
      [2, 4, 'technician'],
      [11, 12, 'technician'],
    ]);
    const found = await findAttachment(record.db, String(kept[0]?.id));
    let size = 0;
    for await (const piece of bytesOf(() => record.db, String(found?.fileId))) size += piece.length;
    expect(size).toBe(kept[0]?.size);
  }, 120_000);

  it('goes on behind the last page and the last part when who read it was cut off, and files nothing twice', async () => {
    const [a, b] = [await openCase(), await openCase()];
    const id = await posted([await coverOf(a.number), paper, await coverOf(b.number), paper], 12);
    for (const steps of [1, 2, 2, 0]) {
      let left = steps;
      const cutOff = readScan(record, id, () => {
        if (left-- === 0) throw new Error('cut off');
      });
      await expect(cutOff).rejects.toThrow('cut off');
    }
    expect(await findScan(record.db, id, 'all')).toMatchObject({ status: 'filing', pagesRead: 4, filedParts: 1 });
    await readScan(record, id);
    expect((await partsKept(record.db, id)).map(told)).toEqual([`1-2 ${a.number} filed`, `3-4 ${b.number} filed`]);
    for (const { id: caseId } of [a, b])
      expect(await attachmentsOf(record.db, caseId, { after: null, limit: 10 })).toHaveLength(1);
    expect((await findScan(record.db, id, 'all'))?.status).toBe('done');
  }, 120_000);

  it('that cannot be read says so, and waits for nobody', async () => {
    const { id: fileId, sha256 } = await storeFile(record.db, [Buffer.from('%PDF-1.7 torn')], systemClock.now());
    const { id } = await postScan(record.db, { name: 'x', fileId, sha256, by: technician, at: systemClock.now() });
    await readScan(record, id);
    expect(await findScan(record.db, id, 'all')).toMatchObject({
      status: 'failed',
      fault: expect.stringContaining('cannot be read as a PDF'),
    });
  });
});

describe('a worker that is killed while it reads', () => {
  let server: TestWorkflowEnvironment;
  const workers: ChildProcess[] = [];
  beforeAll(async () => {
    server = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'existing-path', path: String(process.env.TEMPORAL_CLI) } },
    });
  }, 60_000);
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await server?.teardown();
  }, 60_000);

  function startWorker(): ChildProcess {
    const worker = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], {
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        TEMPORAL_ADDRESS: server.address,
        SMTP_URL: 'smtp://127.0.0.1:9',
        LOG_LEVEL: 'error',
      },
      stdio: 'ignore',
    });
    workers.push(worker);
    return worker;
  }

  async function until(look: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 1200; tries++) {
      if (await look()) return;
      await pause(100);
    }
    throw new Error('it did not come to pass within two minutes');
  }

  it('is followed by another, which files every page once', async () => {
    const cases = [await openCase(), await openCase(), await openCase()];
    const covers = await Promise.all(cases.map(({ number }) => coverOf(number)));
    const id = await posted(
      covers.flatMap((cover) => [cover, paper, paper, paper]),
      13,
    );
    const state = async () => await findScan(record.db, id, 'all');
    const first = startWorker();
    await until(async () => ((await state())?.pagesRead ?? 0) >= 3);
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect((await state())?.status).toBe('reading');
    startWorker();
    await until(async () => (await state())?.status === 'done');
    expect((await partsKept(record.db, id)).map(told)).toEqual([
      `1-4 ${cases[0]?.number} filed`,
      `5-8 ${cases[1]?.number} filed`,
      `9-12 ${cases[2]?.number} filed`,
    ]);
    for (const { id: caseId } of cases)
      expect(await attachmentsOf(record.db, caseId, { after: null, limit: 10 })).toHaveLength(1);
  }, 240_000);
});
