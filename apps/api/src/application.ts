import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import type { Clock } from '@headgate/persistence';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.ts';
import { contentSecurity } from './http/content-security.ts';
import { serveDocument } from './http/openapi.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { readBodies } from './http/reading-bodies.ts';
import { readFiles } from './http/reading-files.ts';
import { answerUnknownRoutes } from './http/unknown-routes.ts';
import { Live } from './live/live.ts';
import { JsonLog, logRequests } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';
import { Sessions } from './sign-in/sessions.ts';
import { refuseStrangers } from './sign-in/strangers.ts';
import { serveWebApp } from './web-app.ts';

/** What the application is given beside its settings. */
export interface Around {
  readonly clock?: Clock;
  readonly metrics?: Metrics;
}

/** The whole HTTP application, not yet listening. */
export async function createApplication(
  settings: Settings,
  { clock, metrics }: Around = {},
): Promise<NestFastifyApplication> {
  const log = new JsonLog(settings.HEADGATE_LOG);
  const filter = new ProblemFilter();
  const adapter = new FastifyAdapter({
    trustProxy: settings.HEADGATE_TRUSTED_PROXY ?? false,
    routerOptions: { maxParamLength: 16_000 },
    forceCloseConnections: 'idle',
    // Headers have a minute; a scan of hundreds of megabytes comes over an office's line.
    requestTimeout: 5 * 60_000,
    multipart: false,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(error, request, reply),
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(settings, clock), adapter, {
    logger: log,
    bodyParser: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  logRequests(fastify, log);
  metrics?.measure(fastify);
  readBodies(fastify);
  readFiles(fastify);
  answerUnknownRoutes(fastify, filter);
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyHelmet, contentSecurity);
  refuseStrangers(fastify, app.get(Sessions));
  serveDocument(app);
  await serveWebApp(app, settings.WEB_DIST);
  metrics?.gauge('headgate_live_streams', 'Open live streams', () => app.get(Live).count);
  app.enableShutdownHooks();
  return app;
}
