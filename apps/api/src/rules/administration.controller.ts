import { compileCalendar } from '@headgate/domain/calendar';
import { Refusal } from '@headgate/domain/case';
import { clockActor } from '@headgate/domain/people';
import { lintPolicy, lintRules } from '@headgate/domain/sla';
import { instantOf, millis } from '@headgate/domain/time';
import { templateNames } from '@headgate/letters';
import {
  addCalendarRules,
  addHolidays,
  addJob,
  addPolicyVersion,
  CaseRecord,
  calendarVersions,
  declareClosure,
  policyVersions,
  readHolidaysFile,
  recountJob,
} from '@headgate/persistence';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { listOfSchema } from '../cases/case-schemas.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { invalid } from '../http/problem-of.ts';
import { OfficeJobs } from '../jobs/office-jobs.ts';
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
    private readonly jobs: OfficeJobs,
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
    await this.changeCalendar(request, reply, async (at, db) => ({
      status: 201,
      body: { ...(await addCalendarRules(db, name, { ...rules, from: rules.from ?? at }, at)), findings },
    }));
  }

  @Post('calendars/:name/closures')
  @Allows('rules.change')
  @Keyed()
  @Operation(
    'declareClosure',
    'Close in an emergency, at once or from an instant on: what is due in future is due later',
  )
  @Answers(201, shapes.calendarVersionSchema, { refusals: [...changeRefusals, 404] })
  async close(
    @Param('name') name: string,
    @Body({ schema: shapes.closureBody }) { from, until, reason }: z.output<typeof shapes.closureBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const now = this.record.clock.now();
    if (millis(until) <= Math.max(millis(from ?? now), millis(now)))
      throw invalid([{ path: ['until'], message: 'after the closure begins, and after now' }]);
    await this.changeCalendar(request, reply, async (at, db) => ({
      status: 201,
      body: await declareClosure(db, name, { from: from ?? at, until, reason }, at),
    }));
  }

  @Post('calendars/:name/holidays')
  @Allows('rules.change')
  @Keyed()
  @Operation('addHolidaysFile', 'Take the days off of an iCalendar file into a calendar, from now on')
  @Answers(201, shapes.calendarVersionSchema, { refusals: [...changeRefusals, 404] })
  async addHolidays(
    @Param('name') name: string,
    @Body({ schema: shapes.holidaysBody }) { file, replace }: z.output<typeof shapes.holidaysBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const now = this.record.clock.now();
    const timeZone = await this.zoneOf(name, now);
    const days = readHolidaysFile(file, { timeZone, now });
    if (days.length === 0) throw invalid([{ path: ['file'], message: 'it holds no day off of these years' }]);
    await this.changeCalendar(request, reply, async (at, db) => ({
      status: 201,
      body: await addHolidays(db, name, days, { now: at, replace }),
    }));
  }

  private async zoneOf(name: string, now: string): Promise<string> {
    const kept = (await calendarVersions(this.record.db)).findLast((version) => version.name === name);
    if (!kept) throw new Refusal('unknown', 'unknown-calendar', `There is no calendar ${name}.`);
    return compileCalendar(kept.definition).zoneAt(millis(now));
  }

  /** A change of a calendar, after which every running case is looked at again. */
  private async changeCalendar(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (now: string, db: CaseRecord['db']) => Promise<Answer>,
  ) {
    await this.change(request, reply, async (now, db) => {
      const answer = await work(now, db);
      await addJob(db, { kind: recountJob, input: {}, askedBy: clockActor, askedAt: now });
      return answer;
    });
    this.jobs.look();
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
