import { CaseRecord, eventsOf, type SessionHolder } from '@headgate/persistence';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { linksOf } from '../http/cursor.ts';
import { Answers, Conditional, Keyed, Operation, writeRefusals } from '../http/described.ts';
import { limitField } from '../http/fields.ts';
import { invalid } from '../http/problem-of.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { messageBody } from './case-bodies.ts';
import { CaseDesk } from './case-desk.ts';
import { listOfSchema, messageSchema } from './case-schemas.ts';
import { Letters } from './letters.ts';
import { commandOf, type Message, messagesFrom } from './messages.ts';

const query = z.strictObject({ limit: limitField.default(100), cursor: z.string().max(300).optional() });

@Controller('api/v1/cases')
export class MessagesController {
  constructor(
    private readonly record: CaseRecord,
    private readonly desk: CaseDesk,
    private readonly letters: Letters,
  ) {}

  @Get(':id/messages')
  @Allows('case.read')
  @Operation('listMessages', 'Correspondence and notes, oldest first')
  @Answers(200, listOfSchema(messageSchema), { refusals: [400, 404], headers: ['Link'] })
  async list(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Query({ schema: query }) { limit, cursor }: z.output<typeof query>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id: caseId } = await this.desk.head(id, by);
    const events = await eventsOf(this.record.db, caseId);
    const all = messagesFrom(caseId, events, await this.letters.of(caseId));
    const from = cursor === undefined ? 0 : all.findIndex((message) => message.id === cursor) + 1;
    if (cursor !== undefined && from === 0) throw invalid([{ path: ['cursor'], message: 'not a cursor of this list' }]);
    const items = all.slice(from, from + limit);
    const nextCursor = from + limit < all.length ? (items.at(-1)?.id ?? null) : null;
    reply.header('link', linksOf(request.url, nextCursor));
    return { items, nextCursor };
  }

  @Post(':id/messages')
  @Allows('case.write')
  @Keyed()
  @Conditional()
  @Operation('writeMessage', 'Write to the customer, or a note')
  @Answers(201, messageSchema, { refusals: writeRefusals, headers: ['ETag'] })
  async write(
    @By() by: SessionHolder,
    @Param('id') id: string,
    @Body({ schema: messageBody }) body: z.output<typeof messageBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.desk.change(request, reply, by, id, commandOf(body), async (state, tx) => {
      const messages = messagesFrom(state.id, await eventsOf(tx.db, state.id), await this.letters.of(state.id, tx.db));
      return { status: 201, body: messages.at(-1) as Message };
    });
  }
}
