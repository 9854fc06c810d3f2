import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';

/** What may never stand in a log, wherever it comes from. */
const secrets = [
  'password',
  'token',
  '*.password',
  '*.token',
  'headers.authorization',
  'headers.cookie',
  '*.headers.authorization',
  '*.headers.cookie',
];

/** Nest's own messages and the requests, as JSON lines. */
export class JsonLog implements LoggerService {
  readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({ level, redact: secrets, base: { part: 'api' }, serializers: { err: errorShown } });
  }

  log(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }

  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.write('error', message, context ?? stack);
  }

  fatal(message: unknown, context?: string): void {
    this.write('fatal', message, context);
  }

  private write(level: 'debug' | 'warn' | 'error' | 'fatal', message: unknown, context: string | undefined): void {
    const more = typeof message === 'object' && message !== null ? message : { msg: String(message) };
    this.pino[level]({ context, ...more });
  }
}

/** An error in the log: where it arose, and what it was. Its data are left out: they may tell of a person. */
function errorShown(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack, code } = error as Error & { code?: unknown };
  const [, ...places] = (stack ?? '').split('\n').filter((text) => /^\s+at /.test(text));
  return {
    name,
    code,
    message: error.message.split('\n')[0],
    at: [
      stack
        ?.split('\n')
        .find((text) => /^\s+at /.test(text))
        ?.trim(),
      ...places.slice(0, 6).map((text) => text.trim()),
    ],
  };
}

/** One line a request: by route, never by what was asked for. */
export function logRequests(fastify: Pick<FastifyInstance, 'addHook'>, log: JsonLog): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const level = reply.statusCode >= 500 ? 'error' : 'debug';
    log.pino[level]({
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      user: request.holder?.username,
    });
    done();
  });
}
