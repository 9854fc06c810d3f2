import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accountView } from '../account-view.ts';
import { accountUsage, usageRecords } from '../usage.ts';
import {
  account,
  actor,
  codes,
  ImportingOffice,
  lastReading,
  monthlyReads,
  today,
  usualYear,
} from './imports.steps.ts';

let office: ImportingOffice;

beforeAll(async () => {
  office = await ImportingOffice.open();
});

afterAll(async () => {
  await office?.close();
});

describe('an imported read', () => {
  it('opens no case while the use is usual (rule D3)', async () => {
    await office.establish('200200');
    expect(await office.bring('reads', [`200200,M200200,2027-04-10,${lastReading + 21},,jo`])).toMatchObject({
      accepted: 1,
      opened: [],
    });
  });

  it.each([
    ['high (rule D3)', lastReading + 28, '', 'high'],
    ['low (rule D2)', lastReading + 3, '', 'low'],
    ['no use at all (rule D1)', lastReading, '', 'zero'],
    ['a register that ran back (rule D1)', lastReading - 5, '', 'negative'],
    ['a figure that the register cannot show (rule D1)', 1_000_000, '', 'beyond-register'],
    ['a meter that was not read (rule D12)', '', 'NOACC', 'non-read'],
  ])('opens one case for %s', async (_what, reading, code, kind) => {
    const number = `R-${kind}`;
    await office.establish(number);
    const answer = await office.bring('reads', [`${number},M${number},2027-04-10,${reading},${code},jo`]);
    expect(answer).toMatchObject({ accepted: 1, rejected: [], opened: [expect.stringMatching(/^HG-2027-\d{6}$/)] });
    const { rows } = await sql<{ kind: string; type: string; channel: string; actor: unknown }>`
      select e.kind, c.type, c.channel, v.actor from read_exception e join cases c on c.id = e.case_id
        join case_event v on v.case_id = c.id and v.seq = 1 where e.account_number = ${number}`.execute(
      office.record.db,
    );
    expect(rows).toEqual([{ kind, type: 'high-consumption', channel: 'import', actor }]);
  });

  it('opens one case for a register that passed zero (rule D1)', async () => {
    await office.bring('accounts', [account('200310')]);
    const reads = monthlyReads('200310', usualYear).map((row, at) => row.replace(/,\d+,,/, `,${999_800 + at * 12},,`));
    await office.bring('reads', reads);
    const answer = await office.bring('reads', ['200310,M200310,2027-04-10,4,,jo']);
    expect(answer.opened).toHaveLength(1);
  });

  it('opens a case once for an account and period, and answers the same when the file comes again', async () => {
    await office.establish('200320');
    const file = [`200320,M200320,2027-04-10,${lastReading + 40},,jo`];
    const first = await office.bring('reads', file);
    expect(first.opened).toHaveLength(1);
    expect(await office.bring('reads', file)).toEqual(first);
    expect(await office.bring('reads', [`200320,M200320,2027-04-20,${lastReading + 90},,jo`])).toMatchObject({
      accepted: 1,
      opened: [],
    });
    expect(await accountView(office.record.db, '200320', today)).toMatchObject({ openCases: 1 });
  });

  it('opens one case, not two, when the same file comes twice at once', async () => {
    await office.establish('200330');
    const file = [`200330,M200330,2027-04-10,${lastReading + 40},,jo`];
    const [one, other] = await Promise.all([office.bring('reads', file), office.bring('reads', file)]);
    expect(one).toEqual(other);
    expect(await accountView(office.record.db, '200330', today)).toMatchObject({ openCases: 1 });
  });

  it("opens none for what lies back in a meter's first file: only its last read is news", async () => {
    await office.bring('accounts', [account('200340'), account('200341')]);
    const spike = [...usualYear.slice(0, 6), 60, ...usualYear.slice(7)];
    const answer = await office.bring('reads', [
      ...monthlyReads('200340', spike),
      ...monthlyReads('200341', [...usualYear, 40]),
    ]);
    expect(answer.opened).toHaveLength(1);
  });

  it('with a non-read code keeps no figure, whatever stands beside the code', async () => {
    await office.establish('200350');
    await office.bring('reads', [`200350,M200350,2027-04-10,${lastReading + 5},fogged,jo`]);
    expect((await accountUsage(office.record.db, '200350', today)).reads.at(-1)).toMatchObject({
      reading: null,
      nonReadCode: 'FOGGED',
    });
    expect((await usageRecords(office.record.db, '200350'))?.reads).toHaveLength(usualYear.length + 1);
  });

  it('is left out when its meter is not on its account, it says nothing, or it is below zero', async () => {
    await office.establish('200360');
    const answer = await office.bring('reads', [
      '200360,M200100,2027-04-10,5,,jo',
      '200361,M200360,2027-04-10,5,,jo',
      '200360,M200360,2027-04-10,,,jo',
      '200360,M200360,2027-04-10,-5,,jo',
      '200360,M200360,2027-04-11,,DRAGON,jo',
      '200360,M200360,2027-02-30,5,,jo',
    ]);
    expect(codes(answer)).toEqual([
      '2 meter_serial unknown-meter',
      '3 account unknown-account',
      '4 reading missing',
      '5 reading negative',
      '6 non_read_code not-one-of',
      '7 read_on not-a-date',
    ]);
  });
});
