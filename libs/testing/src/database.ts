import { randomUUID } from 'node:crypto';
import { connect, migrate } from '@headgate/persistence';

/** A database of its own for one test file: migrated, empty, and gone after `drop`. */
export interface FreshDatabase {
  /** As the application connects: a role that owns nothing. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly drop: () => Promise<void>;
}

/** Makes one on the server that HEADGATE_TEST_PG_URL names by its superuser. Throws Error when it names none. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env.HEADGATE_TEST_PG_URL;
  if (!server)
    throw new Error('HEADGATE_TEST_PG_URL is not set: the superuser of a PostgreSQL for tests. `npm test` brings one.');
  const name = `headgate_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const ownerUrl = at(server, name);
  await migrate(ownerUrl);
  return {
    ownerUrl,
    url: at(server, name, 'headgate_app'),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

function at(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role) {
    url.username = role;
    url.password = role;
  }
  return url.href;
}

async function onServer(server: string, statement: string): Promise<void> {
  const orm = await connect({ url: server, poolSize: 1 });
  try {
    await orm.em.fork().getConnection().execute(statement);
  } finally {
    await orm.close(true);
  }
}
