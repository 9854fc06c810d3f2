import { Refusal } from '@headgate/domain/case';
import { CaseRecord, filePart, previewOf, type SessionHolder } from '@headgate/persistence';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { download } from '../attachments/download.ts';
import { CaseDesk } from '../cases/case-desk.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { Allows, actorOf, By } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';
import { ScanDesk } from './scan-desk.ts';
import { fileBody, scanSchema } from './scan-schemas.ts';

const counting = /^[1-9]\d{0,4}$/;
const unknown = (what: 'page' | 'part') =>
  new Refusal('unknown', `unknown-${what}`, `There is no such ${what} of this scan.`);

@Controller('api/v1/scans')
export class ScanPapersController {
  constructor(
    private readonly record: CaseRecord,
    private readonly desk: ScanDesk,
    private readonly cases: CaseDesk,
    private readonly writes: Writes,
  ) {}

  @Get(':id/pages/:page')
  @Allows('scan.file')
  @Operation('getScanPage', 'A picture of a page')
  @Answers(200, null, { refusals: [404], as: 'image/jpeg' })
  async page(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Param('page') page: string,
    @Res() reply: FastifyReply,
  ) {
    const scan = await this.desk.see(id, by);
    const picture = counting.test(page) ? await previewOf(this.record.db, scan.id, Number(page)) : null;
    if (!picture) throw unknown('page');
    void reply
      .headers({
        'content-type': 'image/jpeg',
        'cache-control': 'private, max-age=3600',
        'x-content-type-options': 'nosniff',
      })
      .send(picture);
  }

  @Get(':id/file')
  @Allows('scan.file')
  @Operation('downloadScan', 'The scan as it was posted')
  @Answers(200, null, { refusals: [404], as: 'application/pdf' })
  async file(@By() by: SessionHolder, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { fileId, name, size } = await this.desk.see(id, by);
    await download(reply, this.record, { fileId, name, size, mediaType: 'application/pdf' });
  }

  @Post(':id/parts/:n/file')
  @HttpCode(200)
  @Allows('scan.file')
  @Keyed()
  @Operation('fileScanPart', 'File a part that waits with a case, by hand')
  @Answers(200, scanSchema, { refusals: [400, 404, 409, 413, 415, 422] })
  async fileByHand(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Param('n') n: string,
    @Body({ schema: fileBody }) body: z.output<typeof fileBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scan = await this.desk.see(id, by);
    if (!counting.test(n)) throw unknown('part');
    const { id: caseId } = await this.cases.head(body.case, by);
    await this.writes.answer(request, reply, async (tx) => {
      await filePart(tx, { scanId: scan.id, n: Number(n), caseId }, actorOf(by));
      return { status: 200, body: await this.desk.tell(scan.id, by, tx.db) };
    });
  }
}
