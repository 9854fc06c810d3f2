import type { Readable } from 'node:stream';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';

/** How long each part of the dialogue may take, in ms. `silence` is the longest pause of a server within it. */
export interface Patience {
  readonly connect: number;
  readonly greeting: number;
  readonly silence: number;
}

const usualPatience: Patience = { connect: 15_000, greeting: 15_000, silence: 60_000 };

/** What a mail server did with a message. `unknown`: it had all of it, and was not heard again. */
export type Posting =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later'; readonly reason: string }
  | { readonly kind: 'unknown' };

/** The district's mail server, on a few kept connections. */
export class MailServer {
  private readonly transport: Transporter;

  constructor(url: string, patience: Partial<Patience> = {}) {
    const { connect, greeting, silence } = { ...usualPatience, ...patience };
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: 4,
      idleTimeout: 2_000,
      // Who resends is decided by the record alone.
      maxRequeues: 0,
      connectionTimeout: connect,
      greetingTimeout: greeting,
      socketTimeout: silence,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.transport.use('stream', watchTheMessage);
  }

  async post(mail: SendMailOptions): Promise<Posting> {
    const watched: WatchedMail = { ...mail, onMessage: (stream) => (message = stream) };
    let message: Readable | null = null as Readable | null;
    try {
      await this.transport.sendMail(watched);
      return { kind: 'accepted' };
    } catch (error) {
      return verdictOn(error as SmtpError, message?.readableEnded ?? false);
    }
  }

  close(): void {
    this.transport.close();
  }
}

interface WatchedMail extends SendMailOptions {
  readonly onMessage: (stream: Readable) => void;
}

/** Keeps hold of the stream that nodemailer writes to the server: its end is the last that comes before the final dot. */
function watchTheMessage(
  mail: { data: object; message: { processFunc(watch: (stream: Readable) => Readable): void } },
  done: () => void,
): void {
  const { onMessage } = mail.data as WatchedMail;
  mail.message.processFunc((stream) => {
    onMessage(stream);
    return stream;
  });
  done();
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const aboutTheMessage: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE', 'EFILEACCESS', 'EURLACCESS']);

/**
 * An answer of the server is its word: 5xx to sender, recipient or message is final, everything else is "later". Without an
 * answer, a message whose final dot was not sent cannot have been taken (RFC 5321, 4.1.1.4); of any other nobody knows.
 */
function verdictOn({ code = '', responseCode, response, message }: SmtpError, allWasSent: boolean): Posting {
  const reason = response ?? message;
  if (responseCode) return { kind: responseCode >= 500 && aboutTheMessage.has(code) ? 'refused' : 'later', reason };
  if (allWasSent) return { kind: 'unknown' };
  return { kind: aboutTheMessage.has(code) ? 'refused' : 'later', reason };
}
