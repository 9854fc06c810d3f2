import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { postgresBinaries } from '../bootstrap/postgres-binaries.mjs';
import { ownedByPostgres } from '../bootstrap/postgres-user.mjs';
import { run } from '../bootstrap/run.mjs';
import { commandLine } from './processes.mjs';
import { host } from './settings.mjs';

const SUPERUSER = 'postgres';

/**
 * In the embedded database each role's password is its name, known on purpose: it holds a made-up district and
 * listens on the loopback address alone.
 */
export function databaseUrl(port, user, database) {
  return `postgresql://${user}:${user}@${host}:${port}/${database}`;
}

export const superuserUrl = (port) => databaseUrl(port, SUPERUSER, 'postgres');

/** PostgreSQL 18 from npm with its data in `folder`; `settings` are `-c` settings of the server. */
export function postgresPart({ name = 'postgres', folder, port, settings = {} }) {
  const { initdb, postgres } = postgresBinaries();
  return {
    name,
    marker: folder,
    stopSignal: 'SIGINT',
    stopWithinMs: 10_000,
    readyWithinMs: 60_000,
    async launch() {
      if (!existsSync(join(folder, 'PG_VERSION'))) await createCluster(folder, initdb);
      removeStaleLock(folder);
      const asPostgres = ownedByPostgres(folder, postgres);
      const flags = { listen_addresses: host, unix_socket_directories: '', ...settings };
      const options = Object.entries(flags).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
      return asPostgres(postgres, ['-D', folder, '-p', String(port), ...options]);
    },
    answers: () => answersTo(superuserUrl(port)),
  };
}

/** Made beside its place and moved there when it is whole: a start that is killed meanwhile leaves no half a cluster. */
async function createCluster(folder, initdb) {
  const making = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(making, { recursive: true, force: true });
  const asPostgres = ownedByPostgres(making, initdb);
  writeFileSync(passwordFile, SUPERUSER);
  try {
    const method = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
    const form = ['--encoding=UTF8', '--locale=C.UTF-8'];
    const { command, args, options } = asPostgres(initdb, [`--pgdata=${making}`, ...method, ...form]);
    await run(command, args, options);
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** After a kill -9 the lock file may name a number that another program has by now: PostgreSQL would refuse to start. */
function removeStaleLock(folder) {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (!commandLine(pid)?.includes(folder)) rmSync(lock, { force: true });
}

/**
 * Makes the two roles and the database of Headgate, once: the owner migrates, the application's role has no right to
 * change or delete what the record holds.
 */
export async function createRolesAndDatabase(port, database) {
  const client = new Client({ connectionString: superuserUrl(port) });
  await client.connect();
  try {
    for (const role of ['headgate_owner', 'headgate_app']) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
    }
    if (!database) return;
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER headgate_owner`);
  } finally {
    await client.end();
  }
}

async function answersTo(connectionString) {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } finally {
    await client.end().catch(() => {});
  }
}
