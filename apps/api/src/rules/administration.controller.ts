import { lintPolicy, lintRules } from '@headgate/domain/sla';
import { instantOf, millis } from '@headgate/domain/time';
import { templateNames } from '@headgate/letters';
import {
  addCalendarRules,
  addPolicyVersion,
  CaseRecord,
  calendarVersions,
  policyVersions,
  recount,
} from '@headgate/persistence';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { listOfSchema } from '../cases/case-schemas.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { invalid } from '../http/problem-of.ts';
import { Allows } from '../sign-in/signed-in.ts';
import type { Answer } from '../writing/answer.ts';
import { Writes } from '../writing/writes.ts';
import * as shapes from './administration-schemas.ts';
import { lintContext, sound } from './linted.ts';
import { calendarsShown, findingsShown, policiesShown, ratesShown } from './shown.ts';

const changeRefusals = [400, 409, 413, 415, 422];

@Controller('api/v1')
export class AdministrationController {
  constructor(
    private readonly record: CaseRecord,
    private readonly writes: Writes,
  ) {}

  @Get('policies')
  @Allows('rules.read')
  @Operation('listPolicies', 'Service policies: the newest version of each, with those before')
  @Answers(200, listOfSchema(shapes.policySchema), { refusals: [] })
  async policies() {
    return { items: policiesShown(await policyVersions(this.record.db)), nextCursor: null };
  }

  @Get('calendars')
  @Allows('rules.read')
  @Operation('listCalendars', 'Calendars: the rules now in force, the days off of two years, and all versions')
  @Answers(200, listOfSchema(shapes.calendarSchema), { refusals: [] })
  async calendars() {
    return { items: calendarsShown(await calendarVersions(this.record.db), this.record.clock.now()), nextCursor: null };
  }

  @Get('findings')
  @Allows('rules.read')
  @Operation('listFindings', 'What the linter finds in the newest policies and calendars')
  @Answers(200, listOfSchema(shapes.findingSchema), { refusals: [] })
  async findings() {
    const { db } = this.record;
    const [policies, calendars] = await Promise.all([policyVersions(db), calendarVersions(db)]);
    return { items: findingsShown(policies, calendars, await lintContext(this.record)), nextCursor: null };
  }

  @Get('templates')
  @Allows('rules.read')
  @Operation('listTemplates', 'Letters and their languages')
  @Answers(200, listOfSchema(shapes.templateSchema), { refusals: [] })
  templates() {
    return { items: templateNames(), nextCursor: null };
  }

  @Get('rates')
  @Allows('rules.read')
  @Operation('listRates', 'Every dated figure of law, practice and board policy')
  @Answers(200, listOfSchema(shapes.rateSchema), { refusals: [] })
  rates() {
    return { items: ratesShown(), nextCursor: null };
  }

  @Post('policies')
  @Allows('rules.change')
  @Keyed()
  @Operation('addPolicyVersion', 'Add a version of a policy for cases opened from an instant on')
  @Answers(201, shapes.policyVersionSchema, { refusals: changeRefusals })
  async addPolicy(
    @Body({ schema: shapes.policyBody }) body: z.output<typeof shapes.policyBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const findings = sound(lintPolicy({ ...body, from: '', version: 0 }, await lintContext(this.record)));
    await this.change(request, reply, async (from, db) => ({
      status: 201,
      body: { ...(await addPolicyVersion(db, { ...body, from: body.from ?? from })), findings },
    }));
  }

  @Post('calendars')
  @Allows('rules.change')
  @Keyed()
  @Operation('addCalendarVersion', 'Let a calendar keep to other rules from an instant on')
  @Answers(201, shapes.calendarVersionSchema, { refusals: changeRefusals })
  async addCalendar(
    @Body({ schema: shapes.calendarBody }) body: z.output<typeof shapes.calendarBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { name, ...rules } = body;
    if (rules.from && millis(rules.from) < millis(this.record.clock.now())) {
      throw invalid([{ path: ['from'], message: 'what was counted stays counted: from now on at the earliest' }]);
    }
    const findings = sound(lintRules(rules));
    await this.change(request, reply, async (from, db) => ({
      status: 201,
      body: { ...(await addCalendarRules(db, name, { ...rules, from: rules.from ?? from })), findings },
    }));
    void recount(this.record);
  }

  /** A change of the rules, which the next decision already sees. */
  private async change(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (now: string, db: CaseRecord['db']) => Promise<Answer>,
  ) {
    const now = instantOf(millis(this.record.clock.now()));
    await this.writes.answer(request, reply, (tx) => work(now, tx.db));
    this.record.office.refresh();
  }
}
