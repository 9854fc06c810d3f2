import { Refusal } from '@headgate/domain/case';
import { CaseRecord, readLetter, type SessionHolder } from '@headgate/persistence';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Answers, Operation } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { CaseDesk } from './case-desk.ts';
import { Letters } from './letters.ts';

const unknown = () => new Refusal('unknown', 'unknown-message', 'There is no such letter.');
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

@Controller('api/v1/messages')
export class LettersController {
  constructor(
    private readonly record: CaseRecord,
    private readonly desk: CaseDesk,
    private readonly letters: Letters,
  ) {}

  @Get(':id/pdf')
  @Allows('case.read')
  @Operation('printLetter', 'A letter or mail on paper: as it was sent, or as it would be written now')
  @Answers(200, null, { refusals: [404], as: 'application/pdf' })
  async print(@By() by: SessionHolder, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const letter = uuid.test(id) ? await readLetter(this.record.db, id) : null;
    if (!letter) throw unknown();
    await this.desk.head(letter.caseId, by);
    const pdf = await this.letters.pdf(letter);
    if (!pdf) throw unknown();
    void reply
      .headers({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
      .header('content-disposition', `inline; filename="${letter.case.number}-${id.slice(0, 8)}.pdf"`)
      .send(pdf);
  }
}
