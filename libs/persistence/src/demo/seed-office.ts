import { districtHours } from '@headgate/domain/calendar';
import type { Person } from '@headgate/domain/people';
import { defaultPolicies } from '@headgate/domain/sla';
import { type Kysely, sql } from 'kysely';

export interface NewStaff extends Person {
  /** By argon2; nobody signs in with a password who has none. */
  readonly passwordHash?: string;
}

/** What the office cannot work without: its calendar, its service levels, and its staff. What is there already stays. */
export async function seedOffice(db: Kysely<unknown>, staff: readonly NewStaff[] = []): Promise<void> {
  const calendar = { name: districtHours.name, version: 1, from: '2000-01-01T00:00:00Z', definition: districtHours };
  const policies = defaultPolicies.map((definition) => ({ ...definition, definition }));
  await sql`
    insert into calendar_version (name, version, from_at, definition)
    select * from jsonb_to_recordset(${JSON.stringify([calendar])}::jsonb) as r(name text, version int, "from" timestamptz, definition jsonb)
    on conflict do nothing`.execute(db);
  await sql`
    insert into policy_version (name, version, from_at, definition)
    select * from jsonb_to_recordset(${JSON.stringify(policies)}::jsonb) as r(name text, version int, "from" timestamptz, definition jsonb)
    on conflict do nothing`.execute(db);
  await sql`
    insert into staff (username, name, role, queue, leads, email, password_hash)
    select * from jsonb_to_recordset(${JSON.stringify(staff)}::jsonb)
      as r(username text, name text, role text, queue text, leads text, email text, "passwordHash" text)
    on conflict do nothing`.execute(db);
}
