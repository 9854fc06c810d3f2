import type { FastifyRequest } from 'fastify';

export const COOKIE = 'headgate_session';

export interface Presented {
  readonly token: string;
  readonly by: 'bearer' | 'cookie';
}

/** The token that a request presents. A bearer token counts alone: a browser does not send one unasked. */
export function tokenOf({ headers, cookies }: Pick<FastifyRequest, 'headers' | 'cookies'>): Presented | null {
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(headers.authorization ?? '')?.[1];
  if (headers.authorization !== undefined) return bearer ? { token: bearer, by: 'bearer' } : null;
  const cookie = cookies[COOKIE];
  return cookie && /^[\w-]{20,200}$/.test(cookie) ? { token: cookie, by: 'cookie' } : null;
}
