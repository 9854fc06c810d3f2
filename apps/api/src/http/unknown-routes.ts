import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemFilter } from './problem.filter.ts';
import { Problem } from './problem.ts';

/** Knows the routes as they are added, so that a known path with another method is told apart from an unknown one. */
export function answerUnknownRoutes(fastify: FastifyInstance, filter: ProblemFilter): void {
  const known: { path: RegExp; methods: readonly string[] }[] = [];
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const path = new RegExp(`^${url.replace(/[.+?^$()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`);
    known.push({ path, methods: [method].flat() });
  });
  const unknown = (request: FastifyRequest, reply: FastifyReply) => {
    const [path = ''] = request.url.split('?');
    const methods = [...new Set(known.filter((route) => route.path.test(path)).flatMap((route) => route.methods))];
    filter.answer(
      methods.length > 0 ? notHere(request.method, methods) : new Problem(404, 'unknown', 'There is nothing here.'),
      request,
      reply,
    );
  };
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.is404) unknown(request, reply);
    else done();
  });
}

const notHere = (method: string, methods: readonly string[]) =>
  new Problem(405, 'method-not-allowed', `${method} is not done here; ${methods.join(', ')} is.`, {
    headers: { allow: methods.join(', ') },
  });
