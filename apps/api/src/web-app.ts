import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Serves the built web app: its files, and for every other page of it the one page that the app starts from. */
export async function serveWebApp(app: NestFastifyApplication, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  if (built) await fastify.register(fastifyStatic, { root: folder, serve: false });
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const [path = '/'] = request.url.split('?');
    if (path.startsWith('/api') || !built) return reply.callNotFound();
    const file = path.slice(1);
    const isFile = /^[\w./-]+\.\w+$/.test(file) && !file.includes('..') && existsSync(join(folder, file));
    if (!isFile && /^assets\//.test(file)) return reply.callNotFound();
    return isFile
      ? reply.sendFile(file, {
          maxAge: file.startsWith('assets/') ? 31_536_000_000 : 0,
          immutable: file.startsWith('assets/'),
        })
      : reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
