import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemDocument, problemType } from './problem.ts';
import { problemOf } from './problem-of.ts';

/** The only place that catches: every error leaves as a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(error);
    if (problem.status >= 500)
      this.logger.error({ route: request.routeOptions?.url, method: request.method, err: error });
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    void reply
      .code(problem.status)
      .headers(problem.headers)
      .header('content-type', problemType)
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problemDocument(problem, request.url.split('?')[0] ?? '')));
  }
}
