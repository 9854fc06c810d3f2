import { randomBytes } from 'node:crypto';
import { migrate } from '@headgate/persistence';
import { Client } from 'pg';

/** A database of its own for one rehearsal, cloned from a migrated template; `drop` leaves nothing behind. */
export interface ThrowAwayDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Clones the template, making it first when this server has none of that name yet. */
export async function cloneDatabase(adminUrl: string, template: string): Promise<ThrowAwayDatabase> {
  const name = `rehearsal_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [template]);
    if (!(await exists(admin, template))) await makeTemplate(admin, adminUrl, template);
    await admin.query(`create database ${name} template ${template}`);
  });
  const drop = () =>
    asAdmin(adminUrl, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`)));
  return { url: databaseUrl(adminUrl, name, 'headgate_app'), drop };
}

/** Built under another name and renamed when it is whole, so that a half-made template is never cloned. */
async function makeTemplate(admin: Client, adminUrl: string, template: string): Promise<void> {
  const draft = `${template}_${randomBytes(4).toString('hex')}`;
  await admin.query(`create database ${draft}`);
  await migrate(databaseUrl(adminUrl, draft));
  await admin.query(`alter database ${draft} rename to ${template}`);
}

async function exists(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

async function asAdmin(url: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function databaseUrl(adminUrl: string, database: string, role?: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (role) {
    url.username = role;
    url.password = role;
  }
  return url.href;
}
