import { type CalendarDefinition, calendarRulesFields } from '@headgate/domain/calendar';
import { Refusal } from '@headgate/domain/case';
import {
  inlinePolicyField,
  ladderStepField,
  type Proposal,
  proposedBook,
  type ServicePolicy,
  UnknownNameError,
} from '@headgate/domain/sla';
import { instantOf, millis } from '@headgate/domain/time';
import {
  addJob,
  CaseRecord,
  casesOfWhatIf,
  findJob,
  listJobs,
  type OfficeJob,
  type SessionHolder,
  type WhatIfOrder,
  whatIfJob,
} from '@headgate/persistence';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listOfSchema } from '../cases/case-schemas.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { instantField } from '../http/fields.ts';
import { invalid } from '../http/problem-of.ts';
import { jobJson, pageQuery } from '../jobs/job-json.ts';
import { OfficeJobs } from '../jobs/office-jobs.ts';
import { Allows, actorOf, By } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';
import { whatIfCaseSchema, whatIfSchema } from './what-if-schemas.ts';

const named = { name: z.string().min(1).max(100) };
const policy = inlinePolicyField.extend(named);
const calendar = z.strictObject({ name: named.name.default('district'), ...calendarRulesFields });

/** What is proposed, under the names that it would replace, and for the cases opened from when to when. */
const body = z
  .strictObject({
    policy: policy.optional(),
    policies: z.array(policy).max(50).default([]),
    calendar: calendar.optional(),
    calendars: z.array(calendar).max(50).default([]),
    ladder: z.array(ladderStepField).max(50).optional(),
    from: instantField.optional(),
    before: instantField.optional(),
  })
  .refine(({ from, before }) => !from || !before || millis(from) < millis(before), {
    path: ['before'],
    message: 'after the instant from which cases are looked at',
  });
type Asked = z.output<typeof body>;

const refusals = [400, 409, 413, 415, 422];

@Controller('api/v1/what-if')
export class WhatIfController {
  constructor(
    private readonly record: CaseRecord,
    private readonly writes: Writes,
    private readonly jobs: OfficeJobs,
  ) {}

  @Post()
  @HttpCode(202)
  @Allows('board.read')
  @Keyed()
  @Operation('whatIf', 'Ask what past cases would have met and breached under other rules; follow Location')
  @Answers(202, whatIfSchema, { refusals, headers: ['Location'] })
  async ask(
    @By() by: SessionHolder,
    @Body({ schema: body }) asked: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const proposal = proposalOf(asked);
    const { book } = await this.record.office.current();
    told(asked, () => proposedBook(book, proposal));
    const input: WhatIfOrder = { proposal, from: asked.from, before: asked.before };
    const askedAt = instantOf(millis(this.record.clock.now()));
    await this.writes.answer(request, reply, async (tx) => {
      const job = await addJob(tx.db, { kind: whatIfJob, input, askedBy: actorOf(by), askedAt });
      return { status: 202, body: whatIfJson(job), headers: { location: `/api/v1/what-if/${job.id}` } };
    });
    this.jobs.look();
  }

  @Get()
  @Allows('board.read')
  @Operation('listWhatIfs', 'The newest questions and how far they are')
  @Answers(200, listOfSchema(whatIfSchema), { refusals: [] })
  async list() {
    return { items: (await listJobs(this.record.db, [whatIfJob], 20)).map(whatIfJson), nextCursor: null };
  }

  @Get(':question')
  @Allows('board.read')
  @Operation(
    'getWhatIf',
    'How far it is, and what would have been met and breached, by type, department, clock and level',
  )
  @Answers(200, whatIfSchema, { refusals: [404] })
  async get(@Param('question') id: string) {
    return whatIfJson(await this.found(id));
  }

  @Get(':question/cases')
  @Allows('board.read')
  @Operation('listWhatIfCases', 'The clocks that would have ended otherwise, with their cases')
  @Answers(200, listOfSchema(whatIfCaseSchema), { refusals: [404] })
  async cases(
    @Param('question') id: string,
    @Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>,
  ) {
    const job = await this.found(id);
    if (cursor !== undefined && !/^\d{1,9}$/.test(cursor))
      throw invalid([{ path: ['cursor'], message: 'not a cursor of this list' }]);
    const found = await casesOfWhatIf(this.record.db, job.id, { after: Number(cursor ?? -1), limit });
    const items = found.map(({ place: _place, ...change }) => change);
    return { items, nextCursor: found.length < limit ? null : String(found.at(-1)?.place) };
  }

  private async found(id: string): Promise<OfficeJob> {
    const job = await findJob(this.record.db, [whatIfJob], id);
    if (!job) throw new Refusal('unknown', 'unknown-what-if', 'Nobody asked that.');
    return job;
  }
}

function whatIfJson(job: OfficeJob) {
  const { from, before } = job.input as WhatIfOrder;
  return { ...jobJson(job), from: from ?? null, before: before ?? null, result: job.result ?? null };
}

/** A name that is not there, at its place in what was asked: a single `policy` stands before the list. */
function told(asked: Asked, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof UnknownNameError)) throw error;
    const [, place, ...rest] = error.path;
    const single = asked.policy !== undefined && place === 0;
    const path = single
      ? ['policy', ...rest]
      : ['policies', Number(place) - Number(asked.policy !== undefined), ...rest];
    throw invalid([{ path, message: error.message }]);
  }
}

function proposalOf(asked: Asked): Proposal {
  const policies = [...(asked.policy ? [asked.policy] : []), ...asked.policies] as readonly ServicePolicy[];
  const calendars = [...(asked.calendar ? [asked.calendar] : []), ...asked.calendars].map(
    ({ name, ...rules }) => ({ name, versions: [rules] }) as CalendarDefinition,
  );
  return { policies, calendars, ladder: asked.ladder ?? null };
}
