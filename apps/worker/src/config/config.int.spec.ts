import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CaseRecord,
  connect,
  declareClosure,
  demoStaff,
  OfficeSource,
  type Orm,
  policyVersions,
  seedOffice,
} from '@headgate/persistence';
import { freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { runConfig } from './commands.ts';

const now = '2027-04-06T17:00:00.000Z';
const folders: string[] = [];
let office: Office;
let folder: string;

interface Office {
  readonly orm: Orm;
  readonly record: CaseRecord;
  readonly drop: () => Promise<void>;
}

async function openOffice(): Promise<Office> {
  const { url, drop } = await freshDatabase();
  const orm = await connect({ url, poolSize: 2 });
  return { orm, drop, record: new CaseRecord(orm, { now: () => now }, new OfficeSource(orm)) };
}

async function closeOffice({ orm, drop }: Office): Promise<void> {
  await orm.close(true);
  await drop();
}

async function hire({ record }: Office): Promise<void> {
  for (const { username, name, role, queue, leads, email } of demoStaff)
    await sql`insert into staff (username, name, role, queue, leads, email)
      values (${username}, ${name}, ${role}, ${queue}, ${leads ?? null}, ${email})`.execute(record.db);
  record.office.refresh();
}

async function emptyFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'headgate-config-'));
  folders.push(path);
  return path;
}

async function run(verb: 'export' | 'import', path: string, dryRun = false, { record } = office) {
  const said: string[] = [];
  const code = await runConfig(record, { verb, path, dryRun }, (line) => said.push(line));
  return { code, said };
}

async function textsIn(path: string): Promise<Map<string, string>> {
  const names = (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'utf8')] as const)),
  );
}

async function edit(name: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8');
  expect(text).toMatch(from);
  await writeFile(join(folder, name), text.replace(from, to));
}

const standard = 'policies/service-standard.yaml';
const versionsOf = async (name: string) =>
  (await policyVersions(office.record.db))
    .filter((version) => version.name === name)
    .map(({ definition }) => definition);

beforeAll(async () => {
  office = await openOffice();
  await seedOffice(office.record.db, demoStaff);
});
beforeEach(async () => {
  folder = await emptyFolder();
  await run('export', folder);
});
afterAll(async () => {
  await closeOffice(office);
  for (const path of folders) await rm(path, { recursive: true, force: true });
});

describe('Policies and calendars as files', () => {
  it('make the same bytes again, after an import here and into an office that has none', async () => {
    expect((await run('import', folder)).said.at(-1)).toBe('Nothing is new.');
    const again = await emptyFolder();
    await run('export', again);
    expect(await textsIn(again)).toEqual(await textsIn(folder));
    const bare = await openOffice();
    try {
      const unstaffed = await run('import', folder, false, bare);
      expect([unstaffed.code, unstaffed.said.at(-2)]).toEqual([1, expect.stringContaining('nobody on the staff is')]);
      await hire(bare);
      expect((await run('import', folder, false, bare)).code).toBe(0);
      const there = await emptyFolder();
      await run('export', there, false, bare);
      expect(await textsIn(there)).toEqual(await textsIn(folder));
    } finally {
      await closeOffice(bare);
    }
  });

  it('make the same bytes after many versions, closures and a new calendar', async () => {
    await writeFile(
      join(folder, 'calendars/counter.yaml'),
      'kind: calendar\nname: counter\nversions:\n  - timeZone: America/Los_Angeles\n    hours: { mon: [["08:00", "12:00"]] }\n    holidays: ["2027-05-05", { name: Flex Friday, weekday: fri, nth: 2 }]\n',
    );
    expect((await run('import', folder)).code).toBe(0);
    const flood = { from: now, until: '2027-04-09T00:00:00Z', reason: 'flood' };
    await office.record.inTransaction(({ db }) => declareClosure(db, 'counter', flood, now));
    const first = await emptyFolder();
    await run('export', first);
    const copy = await emptyFolder();
    await cp(first, copy, { recursive: true });
    expect((await run('import', copy)).said.at(-1)).toBe('Nothing is new.');
    const second = await emptyFolder();
    await run('export', second);
    expect(await textsIn(second)).toEqual(await textsIn(first));
    expect((await textsIn(first)).get('calendars/counter.yaml')).toContain('reason: flood');
  });
});

describe('A file that was changed', () => {
  it('is a new version from now on; what was kept stays as it was', async () => {
    const [before] = await versionsOf('service-standard');
    await edit(standard, /businessDays: 10/, 'businessDays: 8');
    const { code, said } = await run('import', folder);
    expect(code).toBe(0);
    expect(said).toContainEqual(
      expect.stringMatching(
        /service-standard\.yaml: adds version 2, for cases opened from 2027-04-06T17:00:00\.000Z on$/,
      ),
    );
    const versions = await versionsOf('service-standard');
    expect(versions[0]).toEqual(before);
    expect(versions[1]).toMatchObject({ version: 2, from: now });
    expect(versions[1]?.clocks).toContainEqual({ metric: 'resolve', target: { businessDays: 8, endOfDay: true } });
    expect((await run('import', folder)).said).toContainEqual(expect.stringContaining('is never changed'));
  });

  it('is only told of in a dry run', async () => {
    await edit('policies/service-delinquency.yaml', /businessDays: 130/, 'businessDays: 100');
    const { code, said } = await run('import', folder, true);
    expect([code, said.at(-1)]).toEqual([0, 'Nothing was written: 1 file would be taken.']);
    expect(await versionsOf('service-delinquency')).toHaveLength(1);
  });

  it('is refused with its line where the linter finds an error, and nothing of the others is taken', async () => {
    await edit('policies/service-delinquency.yaml', /businessDays: 130/, 'businessDays: 100');
    await edit('policies/service-new-service.yaml', /template: escalation/, 'template: shouting');
    const { code, said } = await run('import', folder);
    const text = await readFile(join(folder, 'policies/service-new-service.yaml'), 'utf8');
    const line = text.split('\n').findIndex((each) => each.includes('shouting')) + 1;
    expect(code).toBe(1);
    expect(said).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `service-new-service\\.yaml:${line}: versions\\.0\\.ladder\\.0\\.template: there is no template shouting$`,
        ),
      ),
    );
    expect(said.at(-1)).toBe('1 error: nothing was taken.');
    expect(await versionsOf('service-delinquency')).toHaveLength(1);
  });

  it.each([
    ['is no YAML', /^kind/m, 'kind: [', /:\d+: /],
    [
      'has a field that is none',
      /calendar: district/,
      'calender: district',
      /:\d+: versions\.0\.calender: not a field here/,
    ],
    [
      'names a calendar that is none',
      /calendar: district/,
      'calendar: moon',
      /:\d+: versions\.0\.calendar: there is no calendar moon/,
    ],
    ['names a recipient that is none', /to: \[manager\]/, 'to: [mayor]', /:\d+: versions\.0\.ladder\.3\.to\.0: /],
    ['holds something else', /kind: policy/, 'kind: ladder', /:1: kind: one of policy, calendar/],
  ])('that %s is refused', async (_, from, to, expected) => {
    await edit('policies/service-rra-certification.yaml', from, to);
    const { code, said } = await run('import', folder);
    expect(code).toBe(1);
    expect(said).toContainEqual(expect.stringMatching(expected));
  });

  it('of a calendar holds from now on, and what was in force stays counted as it was', async () => {
    await edit('calendars/district.yaml', /"?13:00"?, "?17:00"?/, '13:00, 16:00');
    const { code, said } = await run('import', folder);
    expect(code).toBe(0);
    expect(said.at(-1)).toBe('0 running cases looked at.');
    const text = (
      await (async () => {
        const path = await emptyFolder();
        await run('export', path);
        return await textsIn(path);
      })()
    ).get('calendars/district.yaml');
    expect(text?.match(/timeZone/g)).toHaveLength(2);
    expect(text).toContain(`from: ${now}`);
  });

  it('twice for one name is refused', async () => {
    await cp(join(folder, standard), join(folder, 'policies/copy.yaml'));
    expect((await run('import', folder)).said).toContainEqual(
      expect.stringMatching(/:2: name: another file holds the policy service-standard too$/),
    );
  });
});
