import { type Actor, procedureActor } from '@headgate/domain/people';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { recordFact } from '../case/procedure.ts';
import { CaseRecord } from '../case/record.ts';
import { systemClock } from '../clock.ts';
import { connect, type Orm } from '../connection.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { OfficeSource } from '../office/office.ts';

const specialist: Actor = { kind: 'staff', name: 'specialist2', role: 'specialist-2' };
const operations: Actor = { kind: 'staff', name: 'operations', role: 'operations' };
const parcel = '014-999-001';
let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;
let asked = 0;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url });
  record = new CaseRecord(orm, systemClock, new OfficeSource(orm));
  await seedDemo(record, { size: { accounts: 1, cases: 0 }, hash: async () => '' });
}, 60_000);

afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

const formYear = new Date(systemClock.now()).getUTCFullYear();

const openFor = async (landholder: string, year = formYear, parcels = [parcel]) => {
  const details = {
    landholder,
    formYear: year,
    holder: 'individual',
    recipientKind: 'qualified',
    applicability: 'discretionary',
    category: 1,
    westwideAcres: '320',
    parcels,
  };
  const opening = { type: 'rra-certification', channel: 'import', subject: 'RRA forms', details } as const;
  return (await record.open(opening, specialist)).id;
};

/** A hand-off of the procedure, done by the department at once. */
const work = async (id: string, task: string, outcome: object, actor: Actor, parcels = [parcel]) => {
  asked += 1;
  const step = `c1/main/task:${task}#${asked}`;
  const facts = { parcels };
  const { state } = await record.execute(id, { kind: 'hand-off', step, task, facts }, procedureActor);
  const taskId = [...state.tasks.values()].find((each) => each.step === step)?.id ?? '';
  await record.execute(id, { kind: 'complete', taskId, outcome: { ...outcome } }, actor);
};

const fileAndAccept = async (id: string, landholder: string) => {
  const data = { form: '7-2180EZ', edition: formYear, signatures: [{ signer: landholder }] };
  await record.execute(id, { kind: 'happen', happening: 'form-received', data }, specialist);
  await work(id, 'completeness-check', { complete: true }, specialist);
};

const nextOf = async (id: string) => {
  asked += 1;
  const step = `c1/water/step:course#${asked}`;
  const input = { line: 'water', listensTo: [] };
  const question = { step, fact: 'rra-certification/next-move', input };
  const { view } = await recordFact(record, id, question, Number.MAX_SAFE_INTEGER);
  const found = view.steps[step];
  return found?.state === 'done' ? (found.outcome as { move: string; facts: object }) : null;
};

const today = new Date(systemClock.now()).toISOString().slice(0, 10);

describe('a parcel with an owner and a lessee', () => {
  it('is unlocked by the case whose form is accepted last, and once (F16, F18)', async () => {
    const owner = await openFor('lh-owner');
    const lessee = await openFor('lh-lessee');
    await work(owner, 'lock-turnouts', { lockedOn: today }, operations);

    await fileAndAccept(owner, 'lh-owner');
    expect(await nextOf(owner)).toMatchObject({ move: 'end', outcome: 'accepted' });

    await fileAndAccept(lessee, 'lh-lessee');
    expect(await nextOf(lessee)).toMatchObject({ move: 'unlock', facts: { parcels: [parcel] } });

    await work(lessee, 'unlock-turnouts', { unlockedOn: today }, operations);
    expect(await nextOf(lessee)).toMatchObject({ move: 'end' });
    expect(await nextOf(owner)).toMatchObject({ move: 'end' });
  });

  it('that was locked in a year without forms is unlocked by the forms of the next (F18)', async () => {
    const other = ['014-999-002'];
    const before = await openFor('lh-late', formYear - 1, other);
    await work(before, 'lock-turnouts', { lockedOn: today }, operations, other);
    const after = await openFor('lh-late', formYear, other);
    await fileAndAccept(after, 'lh-late');
    expect(await nextOf(after)).toMatchObject({ move: 'unlock', facts: { parcels: other } });
  });

  it('waits for the form of a landholder whose case the campaign has not opened yet (A20)', async () => {
    const other = ['014-999-003'];
    const mine = await openFor('lh-here', formYear, other);
    await work(mine, 'lock-turnouts', { lockedOn: today }, operations, other);
    const neighbour = 'lh-not-yet';
    await sql`insert into landholder (id, name, holder, recipient, mailing_address)
              values (${neighbour}, 'Not yet', 'individual', 'qualified', '1 Canal Road')`.execute(record.db);
    await sql`insert into rra_filing (form_year, landholder_id, must_file, details)
              values (${formYear}, ${neighbour}, true, ${JSON.stringify({ parcels: other })}::jsonb)`.execute(
      record.db,
    );
    await fileAndAccept(mine, 'lh-here');
    expect(await nextOf(mine)).toMatchObject({ move: 'end' });
  });

  it('is locked once where both have not filed by the first delivery (F18)', async () => {
    const owner = await openFor('lh-owner-2');
    const lessee = await openFor('lh-lessee-2');
    const delivered = { kind: 'happen', happening: 'first-delivery', data: { on: today } } as const;
    await record.execute(owner, delivered, specialist);
    await record.execute(lessee, delivered, specialist);
    expect(await nextOf(owner)).toMatchObject({ move: 'tell-and-lock' });
    await work(owner, 'lock-turnouts', { lockedOn: today }, operations);
    expect(await nextOf(lessee)).toMatchObject({ move: 'wait' });
  });
});
