import type { SessionHolder } from '@headgate/persistence';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, Operation } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { Live } from './live.ts';
import { LiveStream } from './live-stream.ts';

@Controller('api/v1/stream')
export class StreamController {
  constructor(private readonly live: Live) {}

  @Get()
  @Allows('case.read')
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string', pattern: '^\\d{1,15}$' } })
  @Operation('stream', 'Server-sent events: case, task and dashboard')
  @Answers(200, null, { refusals: [429], as: 'text/event-stream' })
  async stream(@By() holder: SessionHolder, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.live.mustHaveRoom(holder.username);
    reply.hijack();
    const stream = new LiveStream(holder, request.tokenHash ?? '', reply.raw);
    reply.raw.once('close', () => this.live.leave(stream));
    await this.live.join(stream, sinceOf(request.headers['last-event-id'])).catch(() => stream.close());
  }
}

function sinceOf(lastEventId: string | string[] | undefined): number | null {
  return typeof lastEventId === 'string' && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : null;
}
