import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';
import { unsupported } from './reading-bodies.ts';

/** Where files are taken: as they come, by the route itself, once it knows who asks. */
const takesFiles = /\/(attachments|scans)$/;
export const fileTypes = ['application/octet-stream', 'application/pdf', 'image/*'];

export function readFiles(fastify: FastifyInstance): void {
  const take = async (request: FastifyRequest, body: Readable) => {
    if (takesFiles.test(request.routeOptions.url ?? '')) return body;
    throw unsupported();
  };
  fastify.addContentTypeParser(['application/octet-stream', 'application/pdf'], take as never);
  fastify.addContentTypeParser(/^image\//, take as never);
}

const tooLarge = (limit: number) =>
  new Problem(413, 'too-large', `A file may have ${Math.floor(limit / 1024 / 1024)} MB at most.`, {
    headers: { connection: 'close' },
  });

/**
 * The body as it comes, up to `limit` bytes. Throws a Problem 415 where there is none to read and 413 where it is
 * larger; so much more is read and dropped before that, that a sender who waits with reading hears of it.
 */
export async function* fileOf(request: FastifyRequest, limit: number): AsyncGenerator<Buffer> {
  const { body } = request;
  if (!(body instanceof Readable)) throw unsupported();
  let size = 0;
  for await (const chunk of unbroken(body)) {
    size += chunk.length;
    if (size <= limit) yield chunk;
    else if (size > 2 * limit) throw tooLarge(limit);
  }
  if (size > limit) throw tooLarge(limit);
  if (size === 0) {
    throw new Problem(400, 'empty-file', 'The file is empty.', {
      errors: [{ path: '', message: 'the file is empty' }],
    });
  }
}

/** A sender who goes away amid the file is no failure of Headgate's. */
async function* unbroken(body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) yield chunk as Buffer;
  } catch (error) {
    if (!body.readableAborted) throw error;
    throw new Problem(400, 'cut-off', 'The file broke off before its end.');
  }
}

/** The whole file in memory. */
export async function wholeFile(request: FastifyRequest, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of fileOf(request, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Lets so many in at a time, and the others wait: each holds a file in memory. */
export class Doors {
  private open: number;
  private readonly waiting: (() => void)[] = [];

  constructor(width: number) {
    this.open = width;
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.open > 0) this.open -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.open += 1;
    }
  }
}
