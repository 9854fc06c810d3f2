import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface TakenMail {
  readonly envelopeTo: readonly string[];
  readonly raw: string;
  readonly mail: ParsedMail;
}

/** What the server does with the next dialogues, one entry each; after the last it takes everything. */
export type Manner =
  | { readonly at: 'connect' | 'recipient' | 'data'; readonly answer: number }
  | { readonly at: 'connect' | 'recipient' | 'data'; readonly cut: true }
  | { readonly at: 'connect' | 'recipient' | 'data'; readonly silent: true }
  | { readonly at: 'recipient'; readonly meanwhile: () => Promise<unknown> };

/** A real SMTP server that misbehaves by plan. */
export class ScriptedMailServer {
  readonly taken: TakenMail[] = [];
  private readonly manners: Manner[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: SMTPServer;
  private port = 0;

  constructor(options: SMTPServerOptions = { hideSTARTTLS: true }) {
    this.server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onConnect: (_session, done) => void this.behave('connect', done),
      onRcptTo: (_address, _session, done) => void this.behave('recipient', done),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => void this.take(Buffer.concat(parts), session.envelope.rcptTo, done));
      },
      ...options,
    });
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => this.sockets.add(socket));
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  next(...manners: Manner[]): void {
    this.manners.push(...manners);
  }

  private async take(
    raw: Buffer,
    rcptTo: readonly { address: string }[],
    done: (error?: Error | null) => void,
  ): Promise<void> {
    await this.behave('data', (error) => {
      if (error) return done(error);
      void simpleParser(raw).then((mail) => {
        this.taken.push({ envelopeTo: rcptTo.map(({ address }) => address), raw: raw.toString('utf8'), mail });
        done();
      });
    });
  }

  private async behave(at: Manner['at'], done: (error?: Error | null) => void): Promise<void> {
    if (this.manners[0]?.at !== at) return done();
    const manner = this.manners.shift() as Manner;
    if ('silent' in manner) return;
    if ('cut' in manner) return void [...this.sockets].map((socket) => socket.destroy());
    if ('meanwhile' in manner) {
      await manner.meanwhile();
      return done();
    }
    done(Object.assign(new Error('so it was planned'), { responseCode: manner.answer }));
  }
}
