import { previewClocks, type SlaPreviewInput, slaPreviewInput } from '@headgate/domain/sla';
import { CaseRecord } from '@headgate/persistence';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clockSchema } from '../cases/case-schemas.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { Allows } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';

@Controller('api/v1/sla')
export class SlaPreviewController {
  constructor(
    private readonly record: CaseRecord,
    private readonly writes: Writes,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Allows('rules.read')
  @Keyed()
  @Operation('previewClocks', 'Read the clocks of a history without a side effect')
  @Answers(200, z.array(clockSchema), { refusals: [400, 409, 413, 415, 422] })
  async preview(
    @Body({ schema: slaPreviewInput }) input: SlaPreviewInput,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { book } = await this.record.office.current();
    await this.writes.answerAtLength(request, reply, async () => ({ status: 200, body: previewClocks(input, book) }));
  }
}
