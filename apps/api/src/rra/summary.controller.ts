import { casesSeenBy } from '@headgate/domain/people';
import { millis } from '@headgate/domain/time';
import { CaseRecord, type DistrictReport, districtReport, type SessionHolder } from '@headgate/persistence';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Answers, Operation } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { summaryQuery, summarySchema } from './rra-schemas.ts';
import { summaryCsv } from './summary-csv.ts';
import { summaryPdf } from './summary-paper.ts';

@Controller('api/v1/rra/district-summary')
export class SummaryController {
  constructor(private readonly record: CaseRecord) {}

  @Get()
  @Allows('rra.summary')
  @ApiProduces('application/json', 'text/csv', 'application/pdf')
  @Operation('getDistrictSummary', 'The district’s summary to Reclamation with its tabulations; also as CSV and PDF')
  @Answers(200, summarySchema, { refusals: [400, 409] })
  async get(
    @By() by: SessionHolder,
    @Query({ schema: summaryQuery }) asked: z.output<typeof summaryQuery>,
    @Res() reply: FastifyReply,
  ) {
    const { formYear, format } = asked;
    const now = this.record.clock.now();
    const { book } = await this.record.office.current();
    const today = book.calendar('district').dateAt(millis(now));
    const report = known(await districtReport(this.record.db, formYear, { now, today }), by);
    const named = (ending: string) => `attachment; filename="rra-district-summary-${formYear}.${ending}"`;
    switch (format) {
      case 'json':
        return void reply.type('application/json; charset=utf-8').send(JSON.stringify(report));
      case 'csv':
        return void reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', named('csv'))
          .send(summaryCsv(report));
      case 'pdf':
        return void reply
          .type('application/pdf')
          .header('content-disposition', named('pdf'))
          .send(await summaryPdf(report));
      default:
        return format satisfies never;
    }
  }
}

/** The forms without the numbers of cases that this person may not know of. */
function known(report: DistrictReport, { role }: SessionHolder): DistrictReport {
  if (casesSeenBy(role) === 'all') return report;
  return { ...report, forms: report.forms.map((form) => ({ ...form, caseNumber: null })) };
}
