import { Refusal } from '@headgate/domain/case';
import { CaseRecord, type ImportKindName, imports, type SessionHolder } from '@headgate/persistence';
import { Controller, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { unsupported } from '../http/reading-bodies.ts';
import { Allows, actorOf, By } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';

const query = z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') });
const rejected = z.object({ line: z.int(), column: z.string(), code: z.string(), message: z.string() });
const importSchema = z
  .object({
    rows: z.int(),
    accepted: z.int(),
    rejected: z.array(rejected),
    opened: z.array(z.string()),
    wouldOpen: z.int(),
  })
  .meta({ id: 'ImportAnswer' });

@Controller('api/v1/imports')
export class ImportsController {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly record: CaseRecord,
    private readonly writes: Writes,
  ) {}

  @Post(':kind')
  @HttpCode(200)
  @Allows('register.import')
  @Keyed()
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' }, description: 'A file with the headers of its kind', required: true })
  @Operation('importFile', 'Take a file of the billing or cashiering system into the register')
  @Answers(200, importSchema, { refusals: [400, 404, 409, 413, 415, 422] })
  async import(
    @By() by: SessionHolder,
    @Param('kind') kind: string,
    @Query({ schema: query }) { dryRun }: z.output<typeof query>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!Object.hasOwn(imports, kind))
      throw new Refusal('unknown', 'unknown-import', `There are imports of ${Object.keys(imports).join(', ')}.`);
    if (!Buffer.isBuffer(request.body)) throw unsupported();
    const file = request.body;
    const take = imports[kind as ImportKindName];
    await this.writes.answerAtLength(request, reply, () =>
      this.inTurn(async () => ({
        status: 200,
        body: await take(this.record, file, { actor: actorOf(by), dryRun: dryRun === 'true' }),
      })),
    );
  }

  /** One file at a time: several would take the database's connections from everybody else. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => undefined);
    return await mine;
  }
}
