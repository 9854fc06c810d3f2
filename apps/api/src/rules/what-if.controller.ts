import { setImmediate as breathe } from 'node:timers/promises';
import { compileCalendar, inlineCalendarField } from '@headgate/domain/calendar';
import { type ClockBook, inlinePolicyField, whatIf } from '@headgate/domain/sla';
import { dayMs, instantOf, millis } from '@headgate/domain/time';
import { CaseRecord, casesOpened } from '@headgate/persistence';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { instantField } from '../http/fields.ts';
import { Allows } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';

/** What is proposed: a policy, a calendar or both, under the names that they would replace; and which cases to look at. */
const body = z.strictObject({
  policy: inlinePolicyField.extend({ name: z.string().min(1).max(100) }).optional(),
  calendar: inlineCalendarField.extend({ name: z.string().min(1).max(100).default('district') }).optional(),
  from: instantField.optional(),
  before: instantField.optional(),
});
type Proposal = z.output<typeof body>;

const tally = z.object({ met: z.int(), breached: z.int() });
const row = z.object({
  type: z.string(),
  metric: z.string(),
  before: tally,
  after: tally,
  worse: z.array(z.string()),
  better: z.array(z.string()),
});
const answerSchema = z
  .object({ cases: z.int(), from: z.string(), before: z.string(), rows: z.array(row) })
  .meta({ id: 'WhatIf' });

const YEAR_MS = 365 * dayMs;
const AT_ONCE = 100;

@Controller('api/v1/what-if')
export class WhatIfController {
  constructor(
    private readonly record: CaseRecord,
    private readonly writes: Writes,
  ) {}

  @Post()
  @HttpCode(200)
  @Allows('board.read')
  @Keyed()
  @Operation('whatIf', 'What the cases of a year would have met and breached under other rules')
  @Answers(200, answerSchema, { refusals: [400, 409, 413, 415, 422] })
  async ask(
    @Body({ schema: body }) proposal: Proposal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.writes.answerAtLength(request, reply, async () => ({ status: 200, body: await this.compare(proposal) }));
  }

  private async compare(proposal: Proposal) {
    const now = this.record.clock.now();
    const { before = now, from = instantOf(millis(before) - YEAR_MS) } = proposal;
    const { book } = await this.record.office.current();
    const comparison = whatIf(book, proposedBook(book, proposal), now);
    let cases = 0;
    for await (const states of casesOpened(() => this.record.db, from, before, AT_ONCE)) {
      cases += states.length;
      comparison.add(states);
      await breathe();
    }
    return { cases, from, before, rows: comparison.rows() };
  }
}

/** The book that is, with what is proposed in the place of what it would replace. */
function proposedBook(book: ClockBook, { policy, calendar }: Proposal): ClockBook {
  const compiled = calendar && compileCalendar({ name: calendar.name, versions: [calendar] });
  const proposed: ClockBook = {
    policy: (name, version) => (policy?.name === name ? policy : book.policy(name, version)),
    calendar: (name) => (compiled?.name === name ? compiled : book.calendar(name)),
  };
  if (policy)
    for (const name of [policy.calendar, ...policy.clocks.map((clock) => clock.calendar)])
      if (name) proposed.calendar(name);
  return proposed;
}
