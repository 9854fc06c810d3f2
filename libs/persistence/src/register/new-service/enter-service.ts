import type { CaseState } from '@headgate/domain/case';
import { type Application, applicationOf, askedOf } from '@headgate/domain/cases/new-service';
import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';

/**
 * Enters the new service in the register: who takes it, where, its place in the route book, its meter with the first
 * read, and an account that is not active yet. Returns the account's number. Throws Error when meter or place are unknown.
 */
export async function enterService(db: Kysely<unknown>, state: CaseState): Promise<string> {
  const { meter, place } = applicationOf(state);
  if (!meter || !place) throw new Error(`case ${state.number} has no meter in a route to enter`);
  const number = await nextNumber(db);
  const customer = (await ownCustomer(db, state)) ?? (await addCustomer(db, state));
  const location = await addLocation(db, state, place);
  await sql`insert into account (number, customer_id, location_id, class, status, search_text)
    select ${number}, ${customer}, ${location}, ${askedOf(state).use}, 'inactive',
           concat_ws(' ', ${number}::text, u.name, ${addressOf(state)}::text, u.mailing_address, u.email, ${meter.serial}::text)
      from customer u where u.id = ${customer}`.execute(db);
  await addMeter(db, number, meter);
  return number;
}

/** The account bills from now on. Returns its number. */
export async function activateAccount(db: Kysely<unknown>, state: CaseState): Promise<string> {
  const { account } = applicationOf(state);
  if (!account) throw new Error(`case ${state.number} has no account to activate`);
  await sql`update account set status = 'active' where number = ${account.accountNumber}`.execute(db);
  return account.accountNumber;
}

/** The number after the highest; two services entered at once wait for each other. */
async function nextNumber(db: Kysely<unknown>): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('next account number', 0))`.execute(db);
  const { rows } = await sql<{ next: string }>`
    select (coalesce(max(number::bigint), 100000) + 1)::text as next from account where number ~ '^[0-9]{1,15}$'`.execute(
    db,
  );
  return rows[0]?.next ?? '100001';
}

const addressOf = (state: CaseState): string => {
  const { serviceAddress, parcel } = askedOf(state);
  return serviceAddress ?? `Parcel ${parcel}`;
};

/** Who applies with an account of their own is known already. */
async function ownCustomer(db: Kysely<unknown>, state: CaseState): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select u.id from account a join customer u on u.id = a.customer_id
     where a.number = ${state.accountNumber} and lower(u.name) = lower(${state.requester?.name ?? null}::text)`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

async function addCustomer(db: Kysely<unknown>, state: CaseState): Promise<string> {
  const id = uuidv7();
  const { language, mailingAddress } = state.details;
  await sql`insert into customer (id, name, language, email, phone, mailing_address)
    values (${id}, ${state.requester?.name ?? 'Applicant'}, ${String(language ?? 'en')}, ${state.requester?.email ?? null},
            ${state.requester?.phone ?? null}, ${String(mailingAddress ?? addressOf(state))})`.execute(db);
  return id;
}

async function addLocation(
  db: Kysely<unknown>,
  state: CaseState,
  { route, sequence, accessNote }: NonNullable<Application['place']>,
): Promise<string> {
  const id = uuidv7();
  const dwelling = askedOf(state).use === 'residential' ? 'yes' : 'unknown';
  await sql`insert into route (code, name) values (${route}, ${`Route ${route}`}) on conflict do nothing`.execute(db);
  await sql`insert into service_location (id, address, route, sequence, access_note, dwelling)
    values (${id}, ${addressOf(state)}, ${route}, ${sequence}, ${accessNote}, ${dwelling})`.execute(db);
  return id;
}

/** A meter that was removed elsewhere comes from the store. */
async function addMeter(
  db: Kysely<unknown>,
  number: string,
  { serial, size, registerDigits, unit, multiplier, setOn, readOn, firstReading }: NonNullable<Application['meter']>,
): Promise<void> {
  await sql`insert into meter (serial, account_number, size, register_digits, unit, multiplier, set_on)
    values (${serial}, ${number}, ${size}, ${registerDigits}, ${unit}, ${multiplier}, ${setOn})
    on conflict (serial) do update set account_number = excluded.account_number, size = excluded.size,
      register_digits = excluded.register_digits, unit = excluded.unit, multiplier = excluded.multiplier,
      set_on = excluded.set_on, removed_on = null where meter.removed_on is not null`.execute(db);
  await sql`insert into meter_read (account_number, meter_serial, read_on, reading, reader)
    values (${number}, ${serial}, ${readOn}, ${firstReading}, 'meter set')`.execute(db);
}
