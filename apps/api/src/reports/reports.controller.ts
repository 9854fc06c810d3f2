import type { ClockBook } from '@headgate/domain/sla';
import { instantOf, millis } from '@headgate/domain/time';
import { CaseRecord, type OutlivedPause, outlivedPauses } from '@headgate/persistence';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listOfSchema } from '../cases/case-schemas.ts';
import { cursorOf, linksOf, placeOf } from '../http/cursor.ts';
import { Answers, Operation } from '../http/described.ts';
import { instantField, limitField } from '../http/fields.ts';
import { Allows } from '../sign-in/signed-in.ts';

const pausesQuery = z.strictObject({
  from: instantField.optional(),
  until: instantField.optional(),
  format: z.enum(['json', 'csv']).default('json'),
  limit: limitField,
  cursor: z.string().max(400).optional(),
});

const at = z.iso.datetime();
const pauseSchema = z
  .object({
    caseId: z.uuid(),
    caseNumber: z.string(),
    type: z.string(),
    queue: z.string(),
    reason: z.string(),
    code: z.string().nullable(),
    heldBy: z.string(),
    heldAt: at,
    repliedAt: at,
    endedAt: at.nullable(),
    outlivedSeconds: z.int(),
    outlivedBusinessSeconds: z.int(),
  })
  .meta({ id: 'OutlivedPause' });
type Pause = z.output<typeof pauseSchema>;

const YEAR_MS = 366 * 86_400_000;
const ALL_AT_ONCE = 100_000;

@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly record: CaseRecord) {}

  @Get('outlived-pauses')
  @Allows('board.read')
  @ApiProduces('application/json', 'text/csv')
  @Operation('listOutlivedPauses', 'Holds that went on although the customer had replied, of a year; also as CSV')
  @Answers(200, listOfSchema(pauseSchema), { refusals: [400], headers: ['Link'] })
  async pauses(
    @Query({ schema: pausesQuery }) query: z.output<typeof pausesQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { format, limit, cursor } = query;
    const now = this.record.clock.now();
    const page = await outlivedPauses(this.record.db, {
      from: query.from ?? instantOf(millis(now) - YEAR_MS),
      until: query.until ?? now,
      now,
      limit: format === 'csv' ? ALL_AT_ONCE : limit,
      after: placeOf(cursor, '-startedAt'),
    });
    const { book } = await this.record.office.current();
    const items = page.items.map((pause) => measured(pause, book, now));
    if (format === 'csv') return sendCsv(reply, items);
    const nextCursor = cursorOf(page.next, '-startedAt');
    return reply.header('link', linksOf(request.url, nextCursor)).send({ items, nextCursor });
  }
}

/** How long the hold went on after the reply, on the wall and by the district's calendar. */
function measured(pause: OutlivedPause, book: ClockBook, now: string): Pause {
  const from = millis(pause.repliedAt);
  const to = millis(pause.endedAt ?? now);
  const seconds = (ms: number) => Math.floor(ms / 1000);
  return {
    ...pause,
    outlivedSeconds: seconds(to - from),
    outlivedBusinessSeconds: seconds(book.calendar('district').between(from, to)),
  };
}

function sendCsv(reply: FastifyReply, items: readonly Pause[]): FastifyReply {
  const text = stringify([...items], { header: true, columns: Object.keys(pauseSchema.shape), escape_formulas: true });
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="outlived-pauses.csv"')
    .send(text);
}
