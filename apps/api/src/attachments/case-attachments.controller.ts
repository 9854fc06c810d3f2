import { createHash } from 'node:crypto';
import { displayName, LARGEST_ATTACHMENT } from '@headgate/domain/case';
import {
  type Attachment,
  attachmentsOf,
  CaseRecord,
  keepAttachment,
  newId,
  type SessionHolder,
  storeFile,
} from '@headgate/persistence';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CaseDesk } from '../cases/case-desk.ts';
import { listOfSchema } from '../cases/case-schemas.ts';
import { linksOf } from '../http/cursor.ts';
import { Answers, Conditional, Keyed, Operation, writeRefusals } from '../http/described.ts';
import { Doors, fileTypes, wholeFile } from '../http/reading-files.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { attachmentSchema, named, pageQuery } from './attachment-schemas.ts';
import { mediaTypeOf } from './media-type.ts';

const AT_A_TIME = 8;

@Controller('api/v1/cases')
export class CaseAttachmentsController {
  private readonly doors = new Doors(AT_A_TIME);

  constructor(
    private readonly record: CaseRecord,
    private readonly desk: CaseDesk,
  ) {}

  @Get(':id/attachments')
  @Allows('case.read')
  @Operation('listAttachments', 'The files of a case, in the order in which they came')
  @Answers(200, listOfSchema(attachmentSchema), { refusals: [400, 404], headers: ['Link'] })
  async list(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const head = await this.desk.head(id, by);
    const found = await attachmentsOf(this.record.db, head.id, { after: cursor ?? null, limit: limit + 1 });
    const items = found.slice(0, limit);
    const nextCursor = found.length > limit ? (items.at(-1)?.id ?? null) : null;
    reply.header('link', linksOf(request.url, nextCursor));
    return { items, nextCursor };
  }

  @Post(':id/attachments')
  @Allows('case.write')
  @Keyed()
  @Conditional()
  @ApiConsumes(...fileTypes)
  @ApiBody({
    schema: { type: 'string', format: 'binary' },
    description: 'The bytes of one file, as they are',
    required: true,
  })
  @Operation('attachFile', 'File a paper with the case')
  @Answers(201, attachmentSchema, { refusals: writeRefusals, headers: ['Location', 'ETag'] })
  async attach(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Query({ schema: named }) { name }: z.output<typeof named>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id: caseId } = await this.desk.head(id, by);
    await this.doors.through(async () => {
      const bytes = await wholeFile(request, LARGEST_ATTACHMENT);
      request.bytes = bytes;
      const file = {
        attachmentId: newId(),
        name: displayName(name),
        mediaType: await mediaTypeOf(bytes),
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
      await this.desk.change(request, reply, by, caseId, { kind: 'attach', file }, async (state, tx) => {
        const { id: fileId } = await storeFile(tx.db, [bytes], state.lastAt);
        await keepAttachment(tx.db, { caseId, fileId, file, addedAt: state.lastAt, addedBy: by.username });
        const { attachmentId, ...rest } = file;
        const body: Attachment = { id: attachmentId, ...rest, addedAt: state.lastAt, addedBy: by.username, scan: null };
        return { status: 201, body, headers: { location: `/api/v1/attachments/${attachmentId}` } };
      });
    });
  }
}
