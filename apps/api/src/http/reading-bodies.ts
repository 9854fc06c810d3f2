import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, by whose hash a repeated key is compared. */
    bytes?: Buffer;
    /** SHA-256 of a body that was never whole in memory, in hexadecimal. */
    bytesHash?: string;
  }
}

export const MOST_JSON = 1024 * 1024;
export const MOST_CSV = 20 * 1024 * 1024;
const DEEPEST = 32;

/** JSON up to a megabyte everywhere; CSV up to twenty where files are taken. Nothing else is parsed. */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MOST_JSON },
    (request, body, done) => {
      take(request, body as Buffer, (bytes) => jsonOf(textOf(bytes)), done);
    },
  );
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: MOST_CSV }, (request, body, done) => {
    if (!request.routeOptions.url?.includes('/imports/')) return done(unsupported());
    request.bytes = body as Buffer;
    done(null, body);
  });
}

export const unsupported = () =>
  new Problem(415, 'unsupported-media-type', 'This is not taken in that form: JSON, and CSV for imports.');

type Done = (error: Error | null, body?: unknown) => void;

function take(request: FastifyRequest, body: Buffer, read: (body: Buffer) => unknown, done: Done): void {
  request.bytes = body;
  try {
    const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase();
    if (charset && charset !== 'utf-8' && charset !== 'utf8' && charset !== 'us-ascii') throw unsupported();
    done(null, read(body));
  } catch (error) {
    done(error as Error);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw bad('The text is not UTF-8.');
  }
}

function jsonOf(text: string): unknown {
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad('The body is not JSON.');
  }
  const fault = faultIn(value, [], DEEPEST);
  if (fault) throw new Problem(400, 'invalid-input', `${fault.path}: ${fault.message}`, { errors: [fault] });
  return value;
}

const bad = (detail: string) => new Problem(400, 'malformed', detail, { errors: [{ path: '', message: detail }] });

/** The first thing in a body that no field may hold, wherever it stands. */
function faultIn(value: unknown, path: readonly string[], deepest: number): { path: string; message: string } | null {
  if (typeof value === 'string') return badText(value, path);
  if (typeof value !== 'object' || value === null) return null;
  if (deepest === 0) return { path: path.slice(0, 3).join('.'), message: 'nested too deeply' };
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype')
      return { path: [...path, key].join('.'), message: 'not a field' };
    const fault = badText(key, [...path, '(a name)']) ?? faultIn(inner, [...path, key], deepest - 1);
    if (fault) return fault;
  }
  return null;
}

function badText(text: string, path: readonly string[]): { path: string; message: string } | null {
  if (text.includes('\0')) return { path: path.join('.'), message: 'must not hold the character NUL' };
  return text.isWellFormed() ? null : { path: path.join('.'), message: 'must be well-formed Unicode' };
}
