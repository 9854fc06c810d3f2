import { Refusal } from '@headgate/domain/case';
import { queues } from '@headgate/domain/people';
import { priorities } from '@headgate/domain/sla';
import { instantOf, millis } from '@headgate/domain/time';
import {
  beginMove,
  beginUndo,
  CaseRecord,
  casesOfMove,
  findJob,
  listJobs,
  type MoveOrder,
  type MovePreview,
  type OfficeJob,
  policyMove,
  policyUndo,
  policyVersions,
  previewMove,
  previewUndo,
  type SessionHolder,
} from '@headgate/persistence';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listOfSchema } from '../cases/case-schemas.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { invalid } from '../http/problem-of.ts';
import { jobFields, jobJson, pageQuery } from '../jobs/job-json.ts';
import { OfficeJobs } from '../jobs/office-jobs.ts';
import { Allows, actorOf, By } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';

const word = z.string().regex(/^[a-z][a-z0-9-]{0,99}$/, 'lower-case words with hyphens');
const moveBody = z.strictObject({
  to: z.int().min(1),
  dryRun: z.boolean().default(false),
  filter: z
    .strictObject({
      type: word.optional(),
      queue: z.enum(queues).optional(),
      priority: z.enum(priorities).optional(),
      from: z.int().min(1).optional(),
    })
    .default({}),
});
const undoBody = z.strictObject({ dryRun: z.boolean().default(false) });

const stand = z
  .object({
    state: z.string(),
    dueAt: z.string().nullable(),
    elapsedSeconds: z.int(),
    targetSeconds: z.int(),
    percent: z.number(),
  })
  .nullable();
const clocks = z.array(
  z.object({ metric: z.string(), scope: z.string(), cycle: z.int(), before: stand, after: stand }),
);
const counts = z.object({
  cases: z.int(),
  changed: z.int(),
  dueEarlier: z.int(),
  dueLater: z.int(),
  newlyBreached: z.int(),
  noLongerBreached: z.int(),
});
const tried = z.object({
  id: z.uuid(),
  number: z.string(),
  type: z.string(),
  queue: z.string(),
  from: z.int(),
  refused: z.string().nullable(),
  clocks,
});
const previewSchema = z
  .object({ policy: z.string(), to: z.int(), dryRun: z.literal(true), counts, cases: z.array(tried) })
  .meta({ id: 'PolicyMovePreview' });
const moveSchema = z
  .object({
    ...jobFields,
    policy: z.string(),
    to: z.int(),
    filter: z.record(z.string(), z.unknown()),
    undoes: z.uuid().nullable(),
    result: z.record(z.string(), z.int()).nullable(),
  })
  .meta({ id: 'PolicyMove' });
const movedSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    from: z.int(),
    state: z.enum(['waiting', 'moved', 'skipped', 'undone', 'kept']),
    why: z.string().nullable(),
    clocks,
  })
  .meta({ id: 'MovedCase' });

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const beforeAll = '00000000-0000-0000-0000-000000000000';
const refusals = [400, 404, 409, 413, 415, 422];

/** Running cases on their way from one version of their policy to another, and back. */
@Controller('api/v1/policies')
export class PolicyMovesController {
  constructor(
    private readonly record: CaseRecord,
    private readonly writes: Writes,
    private readonly jobs: OfficeJobs,
  ) {}

  @Post(':name/move')
  @HttpCode(202)
  @Allows('rules.move')
  @Keyed()
  @Operation('movePolicy', 'Move running cases to a version of their policy; with dryRun, what that would change')
  @Answers(202, z.union([moveSchema, previewSchema]), { refusals, headers: ['Location'] })
  async move(
    @By() by: SessionHolder,
    @Param('name') policy: string,
    @Body({ schema: moveBody }) { dryRun, ...rest }: z.output<typeof moveBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const order = { policy, ...rest };
    await this.mustBeThere(order);
    if (dryRun)
      return await this.answerPreview(request, reply, order, () => previewMove(this.record, order, actorOf(by)));
    await this.start(request, reply, (db, at) => beginMove(db, order, actorOf(by), at));
  }

  @Get('moves')
  @Allows('rules.read')
  @Operation('listPolicyMoves', 'The newest moves of running cases')
  @Answers(200, listOfSchema(moveSchema), { refusals: [] })
  async list() {
    return { items: (await listJobs(this.record.db, [policyMove, policyUndo], 50)).map(moveJson), nextCursor: null };
  }

  @Get('moves/:move')
  @Allows('rules.read')
  @Operation('getPolicyMove', 'How far a move or its undo is, and what came of it')
  @Answers(200, moveSchema, { refusals: [404] })
  async get(@Param('move') id: string) {
    return moveJson(await this.found(id));
  }

  @Get('moves/:move/cases')
  @Allows('rules.move')
  @Operation('listMovedCases', 'The cases of a move, with what changed in each')
  @Answers(200, listOfSchema(movedSchema), { refusals: [404] })
  async cases(@Param('move') id: string, @Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>) {
    const { id: move } = await this.found(id);
    if (cursor !== undefined && !uuid.test(cursor))
      throw invalid([{ path: ['cursor'], message: 'not a cursor of this list' }]);
    const items = await casesOfMove(this.record.db, move, { after: cursor ?? beforeAll, limit });
    return { items, nextCursor: items.length < limit ? null : (items.at(-1)?.id ?? null) };
  }

  @Post('moves/:move/undo')
  @HttpCode(202)
  @Allows('rules.move')
  @Keyed()
  @Operation(
    'undoPolicyMove',
    'Move the same cases back, those that still run by the version; with dryRun, what that would change',
  )
  @Answers(202, z.union([moveSchema, previewSchema]), { refusals, headers: ['Location'] })
  async undo(
    @By() by: SessionHolder,
    @Param('move') id: string,
    @Body({ schema: undoBody }) { dryRun }: z.output<typeof undoBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const move = await this.found(id, [policyMove]);
    const order = move.input as MoveOrder;
    if (dryRun)
      return await this.answerPreview(request, reply, order, () => previewUndo(this.record, move, actorOf(by)));
    if (move.state === 'running')
      throw new Refusal('rule', 'still-moving', 'The move is still going on; undo it when it is done.');
    await this.start(request, reply, (db, at) => beginUndo(db, move, actorOf(by), at));
  }

  private async found(id: string, kinds: readonly string[] = [policyMove, policyUndo]): Promise<OfficeJob> {
    const job = await findJob(this.record.db, kinds, id);
    if (!job) throw new Refusal('unknown', 'unknown-move', 'There is no such move.');
    return job;
  }

  private async mustBeThere({ policy, to }: MoveOrder): Promise<void> {
    const versions = (await policyVersions(this.record.db)).filter(({ name }) => name === policy);
    if (versions.length === 0) throw new Refusal('unknown', 'unknown-policy', `There is no policy ${policy}.`);
    if (!versions.some(({ version }) => version === to))
      throw invalid([{ path: ['to'], message: `there is no version ${to} of ${policy}` }]);
  }

  private async answerPreview(
    request: FastifyRequest,
    reply: FastifyReply,
    { policy, to }: MoveOrder,
    preview: () => Promise<MovePreview>,
  ): Promise<void> {
    await this.writes.answerAtLength(request, reply, async () => ({
      status: 200,
      body: { policy, to, dryRun: true, ...(await preview()) },
    }));
  }

  private async start(
    request: FastifyRequest,
    reply: FastifyReply,
    begin: (db: CaseRecord['db'], at: string) => Promise<OfficeJob>,
  ): Promise<void> {
    this.record.office.refresh();
    await this.writes.answer(request, reply, async (tx) => {
      const job = await begin(tx.db, instantOf(millis(this.record.clock.now())));
      return { status: 202, body: moveJson(job), headers: { location: `/api/v1/policies/moves/${job.id}` } };
    });
    this.jobs.look();
  }
}

function moveJson(job: OfficeJob) {
  const { policy, to, filter, move } = job.input as MoveOrder & { readonly move?: string };
  return { ...jobJson(job), policy, to, filter, undoes: move ?? null, result: job.result ?? null };
}
