import { Refusal } from '@headgate/domain/case';
import { maySee } from '@headgate/domain/people';
import { CaseRecord, findAttachment, type SessionHolder } from '@headgate/persistence';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Answers, Operation } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { download } from './download.ts';

@Controller('api/v1/attachments')
export class AttachmentsController {
  constructor(private readonly record: CaseRecord) {}

  @Get(':id')
  @Allows('case.read')
  @Operation('downloadAttachment', 'The bytes of a file, as a download')
  @Answers(200, null, { refusals: [404], as: 'application/octet-stream' })
  async get(@By() by: SessionHolder, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await findAttachment(this.record.db, id);
    if (!found || !maySee(by.role, found.involved))
      throw new Refusal('unknown', 'unknown-attachment', 'There is no such attachment.');
    await download(reply, this.record, found);
  }
}
