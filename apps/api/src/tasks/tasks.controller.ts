import type { TaskCommand } from '@headgate/domain/case';
import { CaseRecord, FoldedCases, listTasks, type SessionHolder } from '@headgate/persistence';
import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { nothing } from '../cases/case-bodies.ts';
import { CaseDesk } from '../cases/case-desk.ts';
import { clocksOf, taskJson } from '../cases/case-json.ts';
import { listOfSchema, taskSchema } from '../cases/case-schemas.ts';
import { cursorOf, linksOf, placeOf } from '../http/cursor.ts';
import { Answers, Conditional, Keyed, Operation, writeRefusals } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { completeBody, returnBody, type TaskQuery, taskFilters, taskQuery } from './task-query.ts';

const Act = (path: string, operationId: string, summary: string) =>
  applyDecorators(
    Post(`:id/${path}`),
    HttpCode(200),
    Allows('task.work'),
    Keyed(),
    Conditional(),
    Operation(operationId, summary),
    Answers(200, taskSchema, { refusals: writeRefusals, headers: ['ETag'] }),
  );

@Controller('api/v1/tasks')
export class TasksController {
  constructor(
    private readonly record: CaseRecord,
    private readonly folded: FoldedCases,
    private readonly desk: CaseDesk,
  ) {}

  @Get()
  @Allows('task.read')
  @Operation('listTasks', 'Tasks, narrowed and in order')
  @Answers(200, listOfSchema(taskSchema), { refusals: [400], headers: ['Link'] })
  async list(
    @By() by: SessionHolder,
    @Query({ schema: taskQuery }) query: TaskQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { sort, limit, cursor } = query;
    const page = await listTasks(this.record.db, {
      filters: taskFilters(query, by),
      sort,
      limit,
      after: placeOf(cursor, sort),
    });
    const states = await this.folded.of(
      this.record.db,
      page.items.map(({ caseId, caseSeq }) => ({ id: caseId, seq: caseSeq })),
    );
    const telling = await this.desk.telling([...states.values()]);
    const items = page.items.flatMap(({ id, caseId }) => {
      const state = states.get(caseId);
      const task = state?.tasks.get(id);
      return state && task ? [taskJson(state, task, clocksOf(state, telling), telling)] : [];
    });
    const nextCursor = cursorOf(page.next, sort);
    reply.header('link', linksOf(request.url, nextCursor));
    return { items, nextCursor };
  }

  @Get(':id')
  @Allows('task.read')
  @Operation('getTask', 'A task with its form')
  @Answers(200, taskSchema, { refusals: [404], headers: ['ETag'] })
  async get(@By() by: SessionHolder, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const owner = await this.desk.task(id, by);
    const state = await this.desk.fold(owner);
    reply.header('etag', `"${state.seq}"`);
    return await this.desk.tellTask(state, owner.taskId);
  }

  @Act('claim', 'claimTask', 'Take the task')
  claim(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: nothing }) _body: z.output<typeof nothing>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.act({ kind: 'claim', taskId: id }, by, request, reply);
  }

  @Act('complete', 'completeTask', 'Complete the task with its outcome; an open one is claimed too')
  complete(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: completeBody }) body: z.output<typeof completeBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.act({ kind: 'complete', taskId: id, ...body }, by, request, reply);
  }

  @Act('return', 'returnTask', 'Give the task back to its sender')
  return(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: returnBody }) body: z.output<typeof returnBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.act({ kind: 'return', taskId: id, ...body }, by, request, reply);
  }

  private async act(
    command: TaskCommand,
    by: SessionHolder,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const owner = await this.desk.task(command.taskId, by);
    await this.desk.change(request, reply, by, owner.id, { ...command, taskId: owner.taskId }, async (state, tx) => ({
      status: 200,
      body: await this.desk.tellTask(state, owner.taskId, tx.db),
    }));
  }
}
