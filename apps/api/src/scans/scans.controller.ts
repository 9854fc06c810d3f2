import { displayName } from '@headgate/domain/case';
import {
  CaseRecord,
  dropUnheld,
  findScan,
  listScans,
  postScan,
  type SessionHolder,
  storeFile,
} from '@headgate/persistence';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { named, pageQuery } from '../attachments/attachment-schemas.ts';
import { listOfSchema } from '../cases/case-schemas.ts';
import { linksOf } from '../http/cursor.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { Problem } from '../http/problem.ts';
import { Doors, fileOf } from '../http/reading-files.ts';
import { Allows, actorOf, By } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';
import { ScanDesk, scansSeenBy } from './scan-desk.ts';
import { scanRowSchema, scanSchema } from './scan-schemas.ts';

export const LARGEST_SCAN = 400 * 1024 * 1024;
const AT_A_TIME = 4;

@Controller('api/v1/scans')
export class ScansController {
  private readonly doors = new Doors(AT_A_TIME);

  constructor(
    private readonly record: CaseRecord,
    private readonly desk: ScanDesk,
    private readonly writes: Writes,
  ) {}

  @Post()
  @Allows('scan.file')
  @Keyed()
  @ApiConsumes('application/pdf')
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'A PDF of many sheets', required: true })
  @Operation('postScan', 'Have the sheets of a scan filed with the cases that their cover sheets name')
  @Answers(200, scanSchema, { refusals: [] })
  @Answers(201, scanSchema, { refusals: [400, 409, 413, 415, 422], headers: ['Location'] })
  async post(
    @By() by: SessionHolder,
    @Query({ schema: named }) { name }: z.output<typeof named>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.doors.through(async () => {
      const file = await storeFile(this.record.db, asPdf(fileOf(request, LARGEST_SCAN)), this.record.clock.now());
      request.bytesHash = file.sha256;
      try {
        await this.writes.answer(request, reply, async ({ db }) => {
          const posted = { name: displayName(name), fileId: file.id, sha256: file.sha256, by: actorOf(by) };
          const { id, fresh } = await postScan(db, { ...posted, at: this.record.clock.now() });
          if (!fresh && !(await findScan(db, id, scansSeenBy(by))))
            throw new Problem(409, 'scanned-already', 'Somebody else has posted this very scan already.');
          const headers = { location: `/api/v1/scans/${id}` };
          return { status: fresh ? 201 : 200, body: await this.desk.tell(id, by, db), headers };
        });
      } finally {
        await dropUnheld(this.record.db, file.id);
      }
    });
  }

  @Get()
  @Allows('scan.file')
  @Operation('listScans', 'Scans and how far they are, the newest first')
  @Answers(200, listOfSchema(scanRowSchema), { refusals: [400], headers: ['Link'] })
  async list(
    @By() by: SessionHolder,
    @Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await listScans(this.record.db, { whose: scansSeenBy(by), before: cursor ?? null, limit: limit + 1 });
    const items = found.slice(0, limit);
    const nextCursor = found.length > limit ? (items.at(-1)?.id ?? null) : null;
    reply.header('link', linksOf(request.url, nextCursor));
    return { items, nextCursor };
  }

  @Get(':id')
  @Allows('scan.file')
  @Operation('getScan', 'A scan: how far it is, what was filed, and what waits for a person')
  @Answers(200, scanSchema, { refusals: [404] })
  async get(@By() by: SessionHolder, @Param('id') id: string) {
    return await this.desk.tell(id, by);
  }
}

/** Within so many bytes a PDF says that it is one. */
const HEAD = 1024;

/** Throws a 415 Problem at the first bytes of what is no PDF. */
async function* asPdf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start = Buffer.alloc(0);
  for await (const chunk of source) {
    if (start.length < HEAD) start = Buffer.concat([start, chunk.subarray(0, HEAD - start.length)]);
    if (start.length === HEAD && !start.includes('%PDF-')) throw noPdf();
    yield chunk;
  }
  if (!start.includes('%PDF-')) throw noPdf();
}

const noPdf = () => new Problem(415, 'no-pdf', 'A scan is a PDF; this file is none.');
