import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Migration0001Record } from './migrations/0001-record.ts';
import { Migration0002Register } from './migrations/0002-register.ts';
import { Migration0003Lists } from './migrations/0003-lists.ts';
import { Migration0004Collection } from './migrations/0004-collection.ts';
import { Migration0006Land } from './migrations/0006-land.ts';
import { Migration0007Attachments } from './migrations/0007-attachments.ts';
import { Migration0008Ladder } from './migrations/0008-ladder.ts';
import { Migration0009Administration } from './migrations/0009-administration.ts';
import { Migration0011Breaches } from './migrations/0011-breaches.ts';
import * as schema from './schema/index.ts';

export interface ConnectionSettings {
  readonly url: string;
  /** Connections in the pool; the worker keeps its activity slots at or below it. */
  readonly poolSize?: number;
  /** How long to wait for a free connection, a row's lock and a statement, where somebody waits for the answer. */
  readonly patience?: { readonly connectionMs: number; readonly lockMs: number; readonly statementMs: number };
}

export type Orm = Awaited<ReturnType<typeof connect>>;

export async function connect({ url, poolSize = 10, patience }: ConnectionSettings) {
  return await MikroORM.init({
    clientUrl: url,
    entities: Object.values(schema),
    extensions: [Migrator],
    pool: { min: 0, max: poolSize },
    ...(patience ? { driverOptions: limitsOf(patience) } : {}),
    migrations: {
      migrationsList: [
        Migration0001Record,
        Migration0002Register,
        Migration0003Lists,
        Migration0004Collection,
        Migration0006Land,
        Migration0007Attachments,
        Migration0008Ladder,
        Migration0009Administration,
        Migration0011Breaches,
      ],
      snapshot: false,
      silent: true,
      transactional: true,
    },
    forceUtcTimezone: true,
    allowGlobalContext: false,
    debug: false,
    // Standard output is for answers: a rehearsal's JSON, an export.
    logger: (line) => console.error(line),
  });
}

function limitsOf({ connectionMs, lockMs, statementMs }: NonNullable<ConnectionSettings['patience']>) {
  return { connectionTimeoutMillis: connectionMs, lock_timeout: lockMs, statement_timeout: statementMs };
}

/** Brings the schema up to date. Run by the owner's role; the application's role may not. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const orm = await connect({ url: ownerUrl, poolSize: 2 });
  try {
    const done = await orm.migrator.up();
    return done.map((migration) => migration.name);
  } finally {
    await orm.close(true);
  }
}
