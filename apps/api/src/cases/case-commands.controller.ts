import type { LaterCommand } from '@headgate/domain/case';
import type { Action } from '@headgate/domain/people';
import type { SessionHolder } from '@headgate/persistence';
import { applyDecorators, Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Answers, Conditional, Keyed, Operation, writeRefusals } from '../http/described.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import * as bodies from './case-bodies.ts';
import { CaseDesk } from './case-desk.ts';
import { caseSchema } from './case-schemas.ts';

/** A command to a case: by whom it may be given, and what it answers. */
const Command = (action: Action, path: string, operationId: string, summary: string) =>
  applyDecorators(
    Post(`:id/${path}`),
    HttpCode(200),
    Allows(action),
    Keyed(),
    Conditional(),
    Operation(operationId, summary),
    Answers(200, caseSchema, { refusals: writeRefusals, headers: ['ETag'] }),
  );

type Of<S extends z.ZodType> = z.output<S>;

@Controller('api/v1/cases')
export class CaseCommandsController {
  constructor(private readonly desk: CaseDesk) {}

  @Command('case.assign', 'assign', 'assignCase', 'Give the case to a person or a queue')
  assign(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.assignBody }) body: Of<typeof bodies.assignBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'assign', ...body }, by, id, request, reply);
  }

  @Command('case.hold', 'hold', 'holdCase', 'Put the case on hold')
  hold(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.holdBody }) body: Of<typeof bodies.holdBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'hold', ...body }, by, id, request, reply);
  }

  @Command('case.hold', 'resume', 'resumeCase', 'End the hold')
  resume(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.nothing }) _body: Of<typeof bodies.nothing>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'resume' }, by, id, request, reply);
  }

  @Command('case.prioritise', 'priority', 'prioritiseCase', 'Change the priority')
  prioritise(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.priorityBody }) body: Of<typeof bodies.priorityBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'prioritise', ...body }, by, id, request, reply);
  }

  @Command(
    'escalation.acknowledge',
    'acknowledge-escalation',
    'acknowledgeEscalation',
    'Take up an escalation: its ladder climbs no further until the term is over',
  )
  acknowledgeEscalation(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.acknowledgeBody }) body: Of<typeof bodies.acknowledgeBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'acknowledge-escalation', ...body }, by, id, request, reply);
  }

  @Command('case.resolve', 'resolve', 'resolveCase', 'End the case with an outcome')
  resolve(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.resolveBody }) body: Of<typeof bodies.resolveBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'resolve', ...body }, by, id, request, reply);
  }

  @Command('case.reopen', 'reopen', 'reopenCase', 'Take an ended case up again')
  reopen(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.reasonBody }) body: Of<typeof bodies.reasonBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'reopen', ...body }, by, id, request, reply);
  }

  @Command('case.close', 'close', 'closeCase', 'Close a resolved case')
  close(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.closeBody }) body: Of<typeof bodies.closeBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'close', ...body }, by, id, request, reply);
  }

  @Command('case.cancel', 'cancel', 'cancelCase', 'Cancel the case')
  cancel(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.reasonBody }) body: Of<typeof bodies.reasonBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'cancel', ...body }, by, id, request, reply);
  }

  @Command('case.retype', 'retype', 'retypeCase', 'Go on as a case of another type')
  retype(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.retypeBody }) body: Of<typeof bodies.retypeBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.give({ kind: 'retype', ...body }, by, id, request, reply);
  }

  @Command('case.happening', 'happenings', 'reportHappening', 'Tell what happened outside')
  happen(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: bodies.happeningBody }) body: Of<typeof bodies.happeningBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { kind: happening, ...rest } = body;
    return this.give({ kind: 'happen', happening, ...rest }, by, id, request, reply);
  }

  private async give(
    command: LaterCommand,
    by: SessionHolder,
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await this.desk.command(request, reply, by, id, command);
  }
}
