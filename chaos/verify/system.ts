import type { CaseRecord } from '@headgate/persistence';
import type { Client as TemporalClient } from '@temporalio/client';
import type { Client as Postgres } from 'pg';

/** A mail as the mailbox holds it. */
export interface DeliveredMail {
  readonly messageId: string;
  readonly to: string;
}

/** A running Headgate, seen from outside: its database, its Temporal, its mailbox, its API. */
export interface RunningSystem {
  readonly sql: Postgres;
  readonly record: CaseRecord;
  readonly temporal: TemporalClient;
  readonly mailbox: () => Promise<readonly DeliveredMail[]>;
  readonly post: (path: string, body: string, key: string) => Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One invariant of the record: what it says, and every place where it does not hold. */
export interface Invariant {
  readonly name: string;
  readonly says: string;
  check(system: RunningSystem): Promise<readonly string[]>;
}
