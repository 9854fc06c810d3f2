import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A write whose right comes from a cookie must come from Headgate's own pages: a browser says so itself, in
 * `Sec-Fetch-Site` and `Origin`. Throws a 403 Problem when it says otherwise.
 */
export function mustBeSameOrigin(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  publicUrl: string | undefined,
): void {
  if (reads.has(method)) return;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse();
  const { origin } = headers;
  if (origin === undefined) return;
  const own = [`http://${headers.host}`, `https://${headers.host}`, ...(publicUrl ? [new URL(publicUrl).origin] : [])];
  if (!own.includes(origin)) refuse();
}

function refuse(): never {
  throw new Problem(403, 'cross-site', 'A page of another site may not do this.');
}
