import type { CaseRecord } from '@headgate/persistence';
import { SMTPServer } from 'smtp-server';
import { mailActivities } from '../mail/index.ts';

/** A mail server that takes everything and keeps nothing: the record says what was sent. */
export interface RehearsalMail {
  readonly activities: (record: CaseRecord) => ReturnType<typeof mailActivities>;
  close(): Promise<void>;
}

export async function rehearsalMail(): Promise<RehearsalMail> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => stream.on('end', () => done()).resume(),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.on('error', reject);
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
  const settings = {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Headgate Water District <office@headgate.example>',
    deskUrl: 'http://127.0.0.1:3000',
  };
  return {
    activities: (record) => mailActivities(record, settings),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
