import { holderKinds, priorLawKinds, recipientKinds } from '@headgate/domain/land';
import { addDays, type CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Numbered, Rejected } from './answer.ts';
import * as cells from './cells.ts';
import type { ImportKind } from './kind.ts';
import { circles, knownLandholders, type OwnedParts, ownedParts, unknownLandholders } from './known-landholders.ts';

const form = (today: CivilDate) =>
  z.strictObject({
    id: cells.registerId(),
    name: cells.text(),
    holder: cells.oneOf(holderKinds),
    recipient: cells.oneOf(recipientKinds),
    water_by_1981: cells.yesNo(false),
    prior_law: cells.optionalOneOf(priorLawKinds),
    household_of: cells.optionalRegisterId(),
    household_role: cells.optionalOneOf(['spouse', 'dependent']),
    household_since: cells.optionalDay(today),
    trust_written: cells.yesNo(false),
    trust_revocable_by: cells.optionalRegisterId(),
    interests: cells.shares(),
    interests_since: cells.optionalDay(today),
    signers: cells.registerIds(),
    recordable_contract_acres: cells.optionalNumber({ digits: 8, places: 4 }),
    language: cells.language(),
    email: cells.email(),
    phone: cells.phone(),
    mailing_address: cells.text(),
    account: cells.optionalText(),
  });

export type LandholderImport = z.output<ReturnType<typeof form>>;

export const landholderImport: ImportKind<LandholderImport, readonly LandholderImport[]> = {
  form,
  identities: (row) => [{ column: 'id', value: row.id }],

  async plan(db, rows) {
    const [known, parts, accounts] = await Promise.all([
      knownLandholders(
        db,
        rows.flatMap(({ row }) => namedBy(row).map(({ id }) => id)),
      ),
      ownedParts(db),
      knownAccounts(db, rows),
    ]);
    const all = new Set([...known, ...rows.map(({ row }) => row.id)]);
    const after: OwnedParts = new Map([
      ...parts,
      ...rows.map(({ row }) => [row.id, row.interests.map((i) => i.in)] as const),
    ]);
    const rejected = rows.flatMap((numbered) => [
      ...contradictions(numbered),
      ...unknownLandholders(numbered.line, namedBy(numbered.row), all),
      ...circles(numbered.line, numbered.row.id, after),
      ...unknownAccounts(numbered, accounts),
    ]);
    const left = new Set(rejected.map(({ line }) => line));
    return { good: rows.filter(({ line }) => !left.has(line)).map(({ row }) => row), rejected, wouldOpen: 0 };
  },

  async write({ db }, rows, { today }) {
    await writeLandholders(db, rows, today);
  },
};

const namedBy = ({ household_of, trust_revocable_by, interests }: LandholderImport) => [
  ...(household_of ? [{ column: 'household_of', id: household_of }] : []),
  ...(trust_revocable_by ? [{ column: 'trust_revocable_by', id: trust_revocable_by }] : []),
  ...interests.map((interest) => ({ column: 'interests', id: interest.in })),
];

function contradictions({ line, row }: Numbered<LandholderImport>): Rejected[] {
  const wrong = (column: string, message: string): Rejected => ({ line, column, code: 'contradiction', message });
  return [
    ...((row.household_of === null) !== (row.household_role === null)
      ? [wrong('household_role', 'a household has a role, and a role a household')]
      : []),
    ...(row.household_of === row.id ? [wrong('household_of', 'nobody is of their own household')] : []),
    ...(row.trust_revocable_by !== null && row.holder !== 'trust'
      ? [wrong('trust_revocable_by', 'only a trust can be revocable')]
      : []),
    ...(row.prior_law !== null && row.recipient !== 'prior-law'
      ? [wrong('prior_law', 'only of a prior law recipient')]
      : []),
  ];
}

async function knownAccounts(db: Kysely<unknown>, rows: readonly Numbered<LandholderImport>[]) {
  const numbers = rows.flatMap(({ row }) => row.account ?? []);
  const found = await sql<{
    number: string;
  }>`select number from account where number = any(${numbers}::text[])`.execute(db);
  return new Set(found.rows.map(({ number }) => number));
}

function unknownAccounts({ line, row }: Numbered<LandholderImport>, known: ReadonlySet<string>): Rejected[] {
  if (row.account === null || known.has(row.account)) return [];
  return [{ line, column: 'account', code: 'unknown-account', message: `there is no account ${row.account}` }];
}

/** What is as it was is not written again; an interest that is another or gone ends the day before. */
export async function writeLandholders(
  db: Kysely<unknown>,
  rows: readonly LandholderImport[],
  today: CivilDate,
): Promise<void> {
  await sql`
    insert into landholder (id, name, holder, recipient, water_by_1981, prior_law, household_of, household_role,
      household_since, trust_written, trust_revocable_by, signers, recordable_contract_acres, language, email, phone,
      mailing_address, account_number)
    select id, name, holder, recipient, water_by_1981, prior_law, household_of, household_role, household_since,
           case when holder = 'trust' then trust_written end, trust_revocable_by,
           array(select jsonb_array_elements_text(signers)), recordable_contract_acres, language, email, phone,
           mailing_address, account
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, name text, holder text, recipient text,
        water_by_1981 boolean, prior_law text, household_of text, household_role text, household_since date,
        trust_written boolean, trust_revocable_by text, signers jsonb, recordable_contract_acres numeric, language text,
        email text, phone text, mailing_address text, account text)
    on conflict (id) do update set name = excluded.name, holder = excluded.holder, recipient = excluded.recipient,
      water_by_1981 = excluded.water_by_1981, prior_law = excluded.prior_law, household_of = excluded.household_of,
      household_role = excluded.household_role, household_since = excluded.household_since,
      trust_written = excluded.trust_written, trust_revocable_by = excluded.trust_revocable_by, signers = excluded.signers,
      recordable_contract_acres = excluded.recordable_contract_acres, language = excluded.language,
      email = excluded.email, phone = excluded.phone, mailing_address = excluded.mailing_address,
      account_number = excluded.account_number
      where landholder is distinct from excluded`.execute(db);
  await writeInterests(db, rows, today);
}

async function writeInterests(db: Kysely<unknown>, rows: readonly LandholderImport[], today: CivilDate): Promise<void> {
  const holders = rows.map(({ id }) => id);
  const wanted = rows.flatMap(({ id, interests, interests_since }) =>
    interests.map(({ in: entity, share }) => ({ holder: id, entity, share, since: interests_since ?? today })),
  );
  const want = sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(holder text, entity text, share numeric, since date)`;
  await sql`
    update landholder_interest i set until_on = greatest(i.from_on, ${addDays(today, -1)}::date)
     where i.holder_id = any(${holders}::text[]) and i.until_on is null
       and not exists (select from ${want} where w.holder = i.holder_id and w.entity = i.in_id and w.share = i.share)`.execute(
    db,
  );
  await sql`
    insert into landholder_interest (holder_id, in_id, share, from_on)
    select w.holder, w.entity, w.share, w.since from ${want}
     where not exists (select from landholder_interest i where i.holder_id = w.holder and i.in_id = w.entity
            and i.share = w.share and i.until_on is null)
    on conflict (holder_id, in_id, from_on) do update set share = excluded.share, until_on = null`.execute(db);
}
