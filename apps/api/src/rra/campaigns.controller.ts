import { Refusal } from '@headgate/domain/case';
import { casesSeenBy } from '@headgate/domain/people';
import { millis } from '@headgate/domain/time';
import {
  askForCampaign,
  type Campaign,
  CaseRecord,
  campaignOf,
  campaigns,
  parcelHolds,
  type SessionHolder,
} from '@headgate/persistence';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { listOfSchema } from '../cases/case-schemas.ts';
import { Answers, Keyed, Operation } from '../http/described.ts';
import { formYearField } from '../http/fields.ts';
import { Allows, By } from '../sign-in/signed-in.ts';
import { Writes } from '../writing/writes.ts';
import { CampaignProgress } from './progress.ts';
import { campaignBody, campaignSchema, heldParcelSchema, yearQuery } from './rra-schemas.ts';

@Controller('api/v1/rra')
export class CampaignsController {
  constructor(
    private readonly record: CaseRecord,
    private readonly writes: Writes,
    private readonly progress: CampaignProgress,
  ) {}

  @Post('campaigns')
  @Allows('rra.campaign')
  @Keyed()
  @Operation('startCampaign', 'Open a case for each landholder who must file an RRA form of a year, each once')
  @Answers(200, campaignSchema, { refusals: [], headers: ['Location'] })
  @Answers(201, campaignSchema, { refusals: [400, 409, 413, 415, 422], headers: ['Location'] })
  async start(
    @By() by: SessionHolder,
    @Body({ schema: campaignBody }) { formYear }: z.output<typeof campaignBody>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const now = this.record.clock.now();
    const { book } = await this.record.office.current();
    const asking = { name: by.username, now, today: book.calendar('district').dateAt(millis(now)) };
    await this.writes.answer(request, reply, async ({ db }) => {
      const { campaign, created } = await askForCampaign(db, formYear, asking);
      return {
        status: created ? 201 : 200,
        body: await this.progress.of(campaign, by, db),
        headers: { location: `/api/v1/rra/campaigns/${formYear}` },
      };
    });
  }

  @Get('campaigns')
  @Allows('rra.read')
  @Operation('listCampaigns', 'The yearly RRA campaigns, the newest first')
  @Answers(200, listOfSchema(campaignSchema), { refusals: [] })
  async list(@By() by: SessionHolder) {
    const found = await campaigns(this.record.db);
    return { items: await Promise.all(found.map((campaign) => this.progress.of(campaign, by))), nextCursor: null };
  }

  @Get('campaigns/:year')
  @Allows('rra.read')
  @Operation('getCampaign', 'A year’s RRA campaign: how far it is, and the cases behind each number')
  @Answers(200, campaignSchema, { refusals: [404] })
  async get(@By() by: SessionHolder, @Param('year') year: string) {
    return await this.progress.of(await this.mustExist(year), by);
  }

  @Get('holds')
  @Allows('rra.read')
  @Operation('listHolds', 'The parcels that take no project water this year, and for want of whose form')
  @Answers(200, listOfSchema(heldParcelSchema), { refusals: [400] })
  async holds(@By() by: SessionHolder, @Query({ schema: yearQuery }) { formYear }: z.output<typeof yearQuery>) {
    return { items: await parcelHolds(this.record.db, formYear, casesSeenBy(by.role)), nextCursor: null };
  }

  private async mustExist(year: string): Promise<Campaign> {
    const formYear = formYearField.safeParse(year);
    const campaign = formYear.success ? await campaignOf(this.record.db, formYear.data) : null;
    if (!campaign) throw new Refusal('unknown', 'unknown-campaign', 'There is no campaign of that year.');
    return campaign;
  }
}
