import { CaseRecord } from '@headgate/persistence';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Answers, Operation } from '../http/described.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { Anonymous } from '../sign-in/signed-in.ts';
import { databaseAnswers, type PartState, portAnswers } from './parts.ts';

const part = z.enum(['up', 'down']);
const readySchema = z
  .object({
    status: z.enum(['ready', 'degraded', 'down']),
    parts: z.object({ postgresql: part, temporal: part, smtp: part }),
  })
  .meta({ id: 'Readiness' });

@Controller('api/v1/health')
@Anonymous()
export class HealthController {
  constructor(
    private readonly record: CaseRecord,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('live')
  @Operation('live', 'The process runs')
  @Answers(200, z.object({ status: z.literal('live') }), { refusals: [] })
  live() {
    return { status: 'live' };
  }

  /** Cases can be opened and read while PostgreSQL answers; without Temporal or SMTP they wait, and go on later. */
  @Get('ready')
  @Operation('ready', 'Which parts answer')
  @Answers(200, readySchema, { refusals: [] })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const smtp = new URL(this.settings.SMTP_URL);
    const [host = '', port] = this.settings.TEMPORAL_ADDRESS.split(':');
    const [postgresql, temporal, mail] = await Promise.all([
      databaseAnswers(this.record.db),
      portAnswers(host, Number(port)),
      portAnswers(smtp.hostname, Number(smtp.port || 25)),
    ]);
    if (postgresql === 'down') reply.code(503);
    reply.header('cache-control', 'no-store');
    return { status: statusOf(postgresql, [temporal, mail]), parts: { postgresql, temporal, smtp: mail } };
  }
}

function statusOf(postgresql: PartState, others: readonly PartState[]) {
  if (postgresql === 'down') return 'down';
  return others.every((state) => state === 'up') ? 'ready' : 'degraded';
}
