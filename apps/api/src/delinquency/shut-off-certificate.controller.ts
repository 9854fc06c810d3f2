import { type CaseState, Refusal } from '@headgate/domain/case';
import type { ComplianceCertificate } from '@headgate/domain/delinquency';
import type { MessageToWrite } from '@headgate/letters';
import { AccountPlaces, CaseRecord, eventsOf, type RecordedEvent, type SessionHolder } from '@headgate/persistence';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CaseDesk } from '../cases/case-desk.ts';
import { Letters } from '../cases/letters.ts';
import { Answers, Operation } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';

const query = z.strictObject({ order: z.uuid().optional() });

@Controller('api/v1/cases')
export class ShutOffCertificateController {
  constructor(
    private readonly record: CaseRecord,
    private readonly desk: CaseDesk,
    private readonly letters: Letters,
    private readonly places: AccountPlaces,
  ) {}

  @Get(':id/shut-off-certificate')
  @Allows('case.read')
  @Operation(
    'shutOffCertificate',
    'Each condition of a shut-off order as it was met: the last order, or that of a task',
  )
  @Answers(200, null, { refusals: [404], as: 'application/pdf' })
  async get(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Query({ schema: query }) { order }: z.output<typeof query>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const state = await this.desk.see(id, by);
    const certificate = certificateIn(await eventsOf(this.record.db, state.id), order);
    if (!certificate) throw new Refusal('unknown', 'no-order', 'There was no such order to shut off in this case.');
    const pdf = await this.letters.onFile(await this.messageOf(state, certificate), certificate.certifiedAt);
    void reply
      .headers({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
      .header('content-disposition', `inline; filename="shut-off-certificate-${state.number}.pdf"`)
      .send(pdf);
  }

  private async messageOf(state: CaseState, certificate: ComplianceCertificate): Promise<MessageToWrite> {
    const { people } = await this.record.office.current();
    const nameOf = (username: string) => people.find((person) => person.username === username)?.name ?? username;
    const { number, type, subject, openedAt } = state;
    return {
      template: 'delinquency/shut-off-certificate',
      language: 'en',
      channel: 'letter',
      to: { name: 'The file' },
      data: { ...certificate, approvedBy: certificate.approvedBy.map(nameOf) },
      case: { number, type, subject, openedAt },
      account: await this.accountOf(state.accountNumber),
    };
  }

  private async accountOf(number: string | null): Promise<MessageToWrite['account']> {
    const place = number ? (await this.places.of(this.record.db, [number])).get(number) : undefined;
    return place
      ? { number: place.accountNumber, name: place.customerName, serviceAddress: place.serviceAddress }
      : null;
  }
}

function certificateIn(events: readonly RecordedEvent[], taskId: string | undefined): ComplianceCertificate | null {
  const ordered = events.findLast(
    ({ type, data }) => type === 'shut-off-ordered' && (taskId === undefined || data.taskId === taskId),
  );
  return (ordered?.data.certificate as ComplianceCertificate | undefined) ?? null;
}
