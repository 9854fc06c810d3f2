import { CaseRecord, connect, OfficeSource, systemClock } from '@headgate/persistence';
import { Client, Connection } from '@temporalio/client';
import { Client as Postgres } from 'pg';
import type { Answer, DeliveredMail, RunningSystem } from './system.ts';

export interface SystemAddresses {
  readonly ownerUrl: string;
  readonly temporal: string;
  readonly mailboxUrl: string;
  readonly apiUrl: string;
}

/** The addresses that `npm start` uses, unless the environment says otherwise. */
export function addressesFrom(env: NodeJS.ProcessEnv): SystemAddresses {
  const at = (variable: string, port: number) => `127.0.0.1:${env[variable] ?? port}`;
  return {
    ownerUrl: env.DATABASE_OWNER_URL ?? `postgres://postgres:postgres@${at('HEADGATE_PG_PORT', 5433)}/headgate`,
    temporal: env.TEMPORAL_ADDRESS ?? at('TEMPORAL_PORT', 7233),
    mailboxUrl: `http://${at('HEADGATE_MAILBOX_PORT', 1080)}`,
    apiUrl: `http://${at('HEADGATE_PORT', 3000)}`,
  };
}

export async function reach(addresses: SystemAddresses): Promise<RunningSystem & { close(): Promise<void> }> {
  const sql = new Postgres({ connectionString: addresses.ownerUrl });
  await sql.connect();
  const orm = await connect({ url: addresses.ownerUrl, poolSize: 4 });
  const connection = await Connection.connect({ address: addresses.temporal });
  const token = await signIn(addresses.apiUrl);
  return {
    sql,
    record: new CaseRecord(orm, systemClock, new OfficeSource(orm)),
    temporal: new Client({ connection }),
    mailbox: () => mailsIn(addresses.mailboxUrl),
    post: (path, body, key) =>
      post(`${addresses.apiUrl}${path}`, body, { authorization: `Bearer ${token}`, 'idempotency-key': key }),
    async close() {
      await Promise.allSettled([sql.end(), orm.close(true), connection.close()]);
    },
  };
}

async function signIn(apiUrl: string): Promise<string> {
  const answer = await post(
    `${apiUrl}/api/v1/sessions`,
    JSON.stringify({ username: 'supervisor', password: 'headgate-demo' }),
    {},
  );
  return JSON.parse(answer.body).token;
}

interface MailboxEntry {
  readonly messageId?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly to: readonly { readonly address: string }[];
}

async function mailsIn(mailboxUrl: string): Promise<DeliveredMail[]> {
  const mails = (await (await fetch(`${mailboxUrl}/api/email`)).json()) as MailboxEntry[];
  return mails.map((mail) => ({
    messageId: bracketed(mail.headers['message-id'] ?? mail.messageId ?? ''),
    to: mail.to[0]?.address ?? '',
  }));
}

const bracketed = (id: string): string => (id.startsWith('<') ? id : `<${id}>`);

async function post(url: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, body: await response.text() };
}
