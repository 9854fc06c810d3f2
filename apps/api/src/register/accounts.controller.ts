import { Refusal } from '@headgate/domain/case';
import { millis } from '@headgate/domain/time';
import { accountUsage, accountView, CaseRecord, listAccounts } from '@headgate/persistence';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listOfSchema } from '../cases/case-schemas.ts';
import { linksOf } from '../http/cursor.ts';
import { Answers, Operation } from '../http/described.ts';
import { accountNumber, limitField, searchField } from '../http/fields.ts';
import { Allows } from '../sign-in/signed-in.ts';
import { accountSchema, usageSchema } from './register-schemas.ts';

const query = z.strictObject({
  q: searchField.optional(),
  class: z.enum(['residential', 'commercial', 'agricultural']).optional(),
  limit: limitField,
  cursor: z.string().max(300).optional(),
});

@Controller('api/v1/accounts')
export class AccountsController {
  constructor(private readonly record: CaseRecord) {}

  @Get()
  @Allows('register.read')
  @Operation('listAccounts', 'Accounts by number, name, address, e-mail or meter')
  @Answers(200, listOfSchema(accountSchema), { refusals: [400], headers: ['Link'] })
  async list(
    @Query({ schema: query }) asked: z.output<typeof query>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await listAccounts(this.record.db, { ...asked, today: await this.today() });
    reply.header('link', linksOf(request.url, page.nextCursor));
    return page;
  }

  @Get(':number')
  @Allows('register.read')
  @Operation('getAccount', 'An account with its meter and balance')
  @Answers(200, accountSchema, { refusals: [404] })
  async get(@Param('number') number: string) {
    return await this.mustExist(number);
  }

  @Get(':number/usage')
  @Allows('register.read')
  @Operation('getUsage', 'Reads and bills of 24 months')
  @Answers(200, usageSchema, { refusals: [404] })
  async usage(@Param('number') number: string) {
    await this.mustExist(number);
    return await accountUsage(this.record.db, number, await this.today());
  }

  private async mustExist(number: string) {
    const account = accountNumber.safeParse(number).success
      ? await accountView(this.record.db, number, await this.today())
      : null;
    if (!account) throw new Refusal('unknown', 'unknown-account', 'There is no such account.');
    return account;
  }

  private async today() {
    const { book } = await this.record.office.current();
    return book.calendar('district').dateAt(millis(this.record.clock.now()));
  }
}
