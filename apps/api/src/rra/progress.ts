import type { FormYear } from '@headgate/domain/land';
import { type Instant, instantOf, millis } from '@headgate/domain/time';
import {
  type Campaign,
  type CampaignTally,
  CaseRecord,
  campaignTally,
  countCasesBy,
  type SessionHolder,
} from '@headgate/persistence';
import { Injectable } from '@nestjs/common';
import { type Figure, figure, filtersOf, type ListQuery } from '../board/figures.ts';

/** `collecting`: every case is open, and forms come in until the year's forms are out of use. */
export const campaignStates = ['planning', 'opening', 'stopped', 'collecting', 'ended'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** How a campaign goes: what is opened, how long the rest takes, and the cases behind each number. */
@Injectable()
export class CampaignProgress {
  constructor(private readonly record: CaseRecord) {}

  async of(campaign: Campaign, by: SessionHolder, db = this.record.db) {
    const now = this.record.clock.now();
    const [tally, byStatus, byStage] = await Promise.all([
      campaignTally(db, campaign.formYear),
      this.countsBy('status', campaign.formYear, {}, by, now, db),
      this.countsBy('stage', campaign.formYear, { status: 'open,on-hold' }, by, now, db),
    ]);
    return { ...progressOf(campaign, tally, now), byStatus, byStage, asOf: now };
  }

  private async countsBy(
    what: 'status' | 'stage',
    formYear: FormYear,
    narrowed: ListQuery,
    by: SessionHolder,
    now: Instant,
    db: CaseRecord['db'],
  ): Promise<Record<string, Figure>> {
    const query = { type: 'rra-certification', formYear: String(formYear), ...narrowed };
    const counts = await countCasesBy(db, what, filtersOf(query, by), now);
    return Object.fromEntries(
      [...counts].map(([name, value]) => [name, figure('cases', { ...query, [what]: name }, value)]),
    );
  }
}

function progressOf(campaign: Campaign, { accepted, openedSince, refused }: CampaignTally, now: Instant) {
  const { planned, opened, rate } = campaign;
  const state = stateOf(campaign, now);
  const perSecond = observedRate(campaign, openedSince);
  const left = planned - opened - refused.length;
  const secondsLeft = state === 'opening' ? Math.ceil(Math.max(0, left) / (perSecond || rate)) : null;
  return {
    ...campaign,
    state,
    accepted,
    refused,
    perSecond: perSecond === null ? null : perSecond.toFixed(1),
    secondsLeft,
    readyAt: secondsLeft === null ? null : instantOf(millis(now) + secondsLeft * 1_000),
  };
}

export function stateOf({ fault, finishedAt, plannedAt, formYear }: Campaign, now: Instant): CampaignState {
  if (fault !== null) return 'stopped';
  if (plannedAt === null) return 'planning';
  if (finishedAt === null) return 'opening';
  return now.slice(0, 4) > String(formYear) ? 'ended' : 'collecting';
}

/** Landholders per second since the register was looked through; null before the first are opened. */
function observedRate({ plannedAt, lastOpenedAt }: Campaign, opened: number): number | null {
  if (!plannedAt || !lastOpenedAt || opened === 0) return null;
  const seconds = (millis(lastOpenedAt) - millis(plannedAt)) / 1_000;
  return seconds < 1 ? null : opened / seconds;
}
