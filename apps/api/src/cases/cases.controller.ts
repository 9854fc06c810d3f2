import { CaseRecord, eventsOf, FoldedCases, listCases, type SessionHolder } from '@headgate/persistence';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cursorOf, linksOf, placeOf } from '../http/cursor.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { Allows, actorOf, By } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';
import { openBody } from './case-bodies.ts';
import { CaseDesk, etagOf } from './case-desk.ts';
import { caseJson, caseRow, clocksOf } from './case-json.ts';
import { type CaseQuery, caseFilters, caseQuery } from './case-query.ts';
import { caseRowSchema, caseSchema, eventSchema, listOfSchema } from './case-schemas.ts';

@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly record: CaseRecord,
    private readonly folded: FoldedCases,
    private readonly desk: CaseDesk,
    private readonly writes: Writes,
  ) {}

  @Post()
  @Allows('case.open')
  @Keyed()
  @Operation('openCase', 'Open a case')
  @Answers(201, caseSchema, { refusals: [400, 409, 413, 415, 422], headers: ['Location', 'ETag'] })
  async open(
    @By() by: SessionHolder,
    @Body({ schema: openBody }) body: z.output<typeof openBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.writes.answerInOneStatement(request, reply, async (tx) => {
      const state = await tx.open(body, actorOf(by));
      const headers = { location: `/api/v1/cases/${state.id}`, etag: etagOf(state) };
      return { status: 201, body: caseJson(state, await this.desk.telling([state], tx.db)), headers };
    });
  }

  @Get()
  @Allows('case.read')
  @Operation('listCases', 'Cases, narrowed and in order')
  @Answers(200, listOfSchema(caseRowSchema), { refusals: [400], headers: ['Link'] })
  async list(
    @By() by: SessionHolder,
    @Query({ schema: caseQuery }) query: CaseQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { sort, limit, cursor, ...filters } = query;
    const office = await this.record.office.current();
    const now = this.record.clock.now();
    const page = await listCases(this.record.db, {
      filters: caseFilters(filters, by),
      sort,
      limit,
      after: placeOf(cursor, sort),
      now,
    });
    const states = await this.folded.of(this.record.db, page.items);
    const items = [...states.values()].map((state) => caseRow(state, clocksOf(state, { office, now })));
    const nextCursor = cursorOf(page.next, sort);
    reply.header('link', linksOf(request.url, nextCursor));
    return { items, nextCursor };
  }

  @Get(':id')
  @Allows('case.read')
  @Operation('getCase', 'A case by its id or its number')
  @Answers(200, caseSchema, { refusals: [404], headers: ['ETag'] })
  async get(@By() by: SessionHolder, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const state = await this.desk.see(id, by);
    reply.header('etag', etagOf(state));
    return caseJson(state, await this.desk.telling([state]));
  }

  @Get(':id/events')
  @Allows('case.read')
  @Operation('getCaseEvents', 'The whole record of a case, with its chain of hashes')
  @Answers(200, z.array(eventSchema), { refusals: [404] })
  async events(@By() by: SessionHolder, @Param('id') id: string) {
    return await eventsOf(this.record.db, (await this.desk.head(id, by)).id);
  }
}
