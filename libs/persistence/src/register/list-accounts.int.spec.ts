import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { account, ImportingOffice, today } from './imports/imports.steps.ts';
import { listAccounts } from './list-accounts.ts';

let office: ImportingOffice;

beforeAll(async () => {
  office = await ImportingOffice.open();
  await office.bring('accounts', [
    account('200001'),
    account('200002', { name: 'José Peña', class: 'commercial' }),
    account('200010', { meter_serial: 'BD-77' }),
    account('200100'),
  ]);
});

afterAll(async () => {
  await office?.close();
});

describe('the list of accounts', () => {
  const find = async (q: string) =>
    (await listAccounts(office.record.db, { q, limit: 50, today })).items.map(({ number }) => number);

  it('finds by any part of number, name, address, e-mail and meter, in any case', async () => {
    expect(await find('200002')).toEqual(['200002']);
    expect(await find('peña jos')).toEqual(['200002']);
    expect(await find('200100 main')).toEqual(['200100']);
    expect(await find('A200010@EXAMPLE')).toEqual(['200010']);
    expect(await find('bd-77')).toEqual(['200010']);
    expect(await find('main')).toHaveLength(4);
  });

  it('takes what is typed as text, not as a pattern', async () => {
    expect(await find('100%')).toEqual([]);
    expect(await find('_')).toEqual([]);
    expect(await find("' or 1=1 --")).toEqual([]);
  });

  it('goes on from its cursor, and refuses one that it did not give', async () => {
    const first = await listAccounts(office.record.db, { limit: 3, today });
    const second = await listAccounts(office.record.db, { limit: 3, today, cursor: first.nextCursor ?? '' });
    expect([first, second].map(({ items }) => items.map(({ number }) => number))).toEqual([
      ['200001', '200002', '200010'],
      ['200100'],
    ]);
    expect(second.nextCursor).toBeNull();
    const foreign = listAccounts(office.record.db, { limit: 2, today, cursor: 'bm9uZQ' });
    await expect(foreign).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  it('gives those of one class', async () => {
    const { items } = await listAccounts(office.record.db, { class: 'commercial', limit: 10, today });
    expect(items.map(({ number }) => number)).toEqual(['200002']);
  });
});
