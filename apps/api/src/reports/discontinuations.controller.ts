import { CaseRecord, yearlyDiscontinuations } from '@headgate/persistence';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Answers, Operation } from '../http/described.ts';
import { Allows } from '../sign-in/signed-in.ts';

const query = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2999),
  format: z.enum(['json', 'csv']).default('json'),
});

const reportSchema = z
  .object({ year: z.int(), discontinuations: z.int(), wrongful: z.int() })
  .meta({ id: 'DiscontinuationReport' });

@Controller('api/v1/reports/discontinuations')
export class DiscontinuationsController {
  constructor(private readonly record: CaseRecord) {}

  @Get()
  @Allows('board.read')
  @ApiProduces('application/json', 'text/csv')
  @Operation(
    'discontinuations',
    'Residential discontinuations of a year, for the website and the State Board; also as CSV',
  )
  @Answers(200, reportSchema, { refusals: [400] })
  async get(@Query({ schema: query }) { year, format }: z.output<typeof query>, @Res() reply: FastifyReply) {
    const report = await yearlyDiscontinuations(this.record.db, year);
    if (format === 'json') return reply.send(report);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="discontinuations-${year}.csv"`)
      .send(stringify([report], { header: true, columns: Object.keys(reportSchema.shape) }));
  }
}
