import { Refusal } from '@headgate/domain/case';
import { roleMay } from '@headgate/domain/people';
import { millis } from '@headgate/domain/time';
import { absences, CaseRecord, endAbsence, type SessionHolder, setAbsence } from '@headgate/persistence';
import { Body, Controller, Delete, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listOfSchema } from '../cases/case-schemas.ts';
import { Answers, Operation } from '../http/described.ts';
import { instantField, username } from '../http/fields.ts';
import { invalid } from '../http/problem-of.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';

const absenceBody = z.strictObject({
  from: instantField,
  until: instantField,
  deputy: username.nullable().default(null),
});
const absenceSchema = z
  .object({ username: z.string(), from: z.iso.datetime(), until: z.iso.datetime(), deputy: z.string().nullable() })
  .meta({ id: 'Absence' });

/** Who is away, until when, and who stands in: escalations go by it. */
@Controller('api/v1')
export class AbsencesController {
  constructor(
    private readonly record: CaseRecord,
    private readonly writes: Writes,
  ) {}

  @Get('absences')
  @Allows('case.read')
  @Operation('listAbsences', 'Who is away or will be, and who stands in')
  @Answers(200, listOfSchema(absenceSchema), { refusals: [] })
  async list() {
    const now = millis(this.record.clock.now());
    const all = await absences(this.record.db);
    return { items: all.filter(({ until }) => millis(until) > now), nextCursor: null };
  }

  @Put('users/:username/absence')
  @Allows('signed-in')
  @Operation('setAbsence', 'Be away for a time, with a deputy; for others it takes their head')
  @Answers(200, absenceSchema, { refusals: [400, 404, 413, 415] })
  async set(
    @By() by: SessionHolder,
    @Param('username') name: string,
    @Body({ schema: absenceBody }) body: z.output<typeof absenceBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.mayDecide(by, name);
    const absence = { username: name, from: iso(body.from), until: iso(body.until), deputy: body.deputy };
    const at = this.record.clock.now();
    mustLieAhead(absence, at);
    if (absence.deputy !== null) await this.mustStandIn(absence.deputy, name);
    await this.writes.answer(request, reply, async ({ db }) => {
      await setAbsence(db, absence, { by: by.username, at });
      return { status: 200, body: absence };
    });
    this.record.office.refresh();
  }

  @Delete('users/:username/absence')
  @Allows('signed-in')
  @Operation('endAbsence', 'Be back')
  @Answers(204, null, { refusals: [404] })
  async end(
    @By() by: SessionHolder,
    @Param('username') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.mayDecide(by, name);
    await endAbsence(this.record.db, name);
    this.record.office.refresh();
    reply.status(204);
  }

  /** Everybody says when they themselves are away; for others it needs the right to. */
  private async mayDecide(by: SessionHolder, name: string): Promise<void> {
    if (by.username !== name && !roleMay(by.role, 'staff.absence')) {
      throw new Refusal('forbidden', 'forbidden', 'Only who heads the office sets the absence of others.');
    }
    if (!(await this.isStaff(name))) throw new Refusal('unknown', 'unknown-user', 'There is no such member of staff.');
  }

  private async mustStandIn(deputy: string, name: string): Promise<void> {
    if (deputy === name) throw invalid([{ path: ['deputy'], message: 'nobody stands in for themselves' }]);
    if (!(await this.isStaff(deputy))) {
      throw invalid([{ path: ['deputy'], message: `nobody on the staff is called ${deputy}` }]);
    }
  }

  private async isStaff(name: string): Promise<boolean> {
    const { people } = await this.record.office.current();
    return people.some(({ username: known }) => known === name);
  }
}

const iso = (instant: string): string => new Date(instant).toISOString();

function mustLieAhead({ from, until }: { from: string; until: string }, now: string): void {
  if (millis(until) <= millis(from)) throw invalid([{ path: ['until'], message: 'must be after from' }]);
  if (millis(until) <= millis(now)) throw invalid([{ path: ['until'], message: 'must lie ahead' }]);
}
