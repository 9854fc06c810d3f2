import type { FastifyInstance } from 'fastify';
import { hashOf, type Sessions } from './sessions.ts';
import { unauthenticated } from './sign-in.guard.ts';
import { tokenOf } from './token-of.ts';

/** Refuses who is not signed in before their body is read: megabytes are taken from staff alone. */
export function refuseStrangers(fastify: FastifyInstance, sessions: Sessions): void {
  fastify.addHook('onRequest', async (request) => {
    if (request.method !== 'POST' || request.is404 || request.routeOptions.url === '/api/v1/sessions') return;
    const presented = tokenOf(request);
    if (!presented || !(await sessions.holderOf(hashOf(presented.token)))) throw unauthenticated();
  });
}
