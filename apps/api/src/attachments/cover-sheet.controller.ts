import { checklistsOf } from '@headgate/domain/papers';
import { coverSheetPdf } from '@headgate/letters';
import { AccountPlaces, CaseRecord, CoverCodes, type SessionHolder } from '@headgate/persistence';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CaseDesk } from '../cases/case-desk.ts';
import { Answers, Operation } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';

@Controller('api/v1/cases')
export class CoverSheetController {
  constructor(
    private readonly record: CaseRecord,
    private readonly desk: CaseDesk,
    private readonly places: AccountPlaces,
  ) {}

  @Get(':id/cover-sheet')
  @Allows('case.read')
  @Operation('coverSheet', 'The sheet that lies on a case’s papers when they are scanned, with its bar code')
  @Answers(200, null, { refusals: [404], as: 'application/pdf' })
  async get(@By() by: SessionHolder, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const state = await this.desk.see(id, by);
    const office = await this.record.office.current();
    const definition = office.definition(state.type);
    const codes = await CoverCodes.of(this.record.db);
    const pdf = await coverSheetPdf({
      caseNumber: state.number,
      caseTitle: definition?.title ?? state.type,
      subject: state.subject,
      name: state.requester?.name ?? (await this.customerOf(state.accountNumber)),
      checklists: definition ? checklistsOf(state, definition) : [],
      code: codes.codeOf(state.number),
    });
    void reply
      .headers({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
      .header('content-disposition', `inline; filename="cover-sheet-${state.number}.pdf"`)
      .send(pdf);
  }

  private async customerOf(accountNumber: string | null): Promise<string | null> {
    if (!accountNumber) return null;
    return (await this.places.of(this.record.db, [accountNumber])).get(accountNumber)?.customerName ?? null;
  }
}
