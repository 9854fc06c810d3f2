import { queryOptions } from '@tanstack/react-query';
import { get, post, search, type Write } from './request.ts';
import type { Figure, Page } from './types.ts';

export type CampaignState = 'planning' | 'opening' | 'stopped' | 'collecting' | 'ended';

/** A year's RRA campaign. Counts are of landholders. */
export interface Campaign {
  formYear: number;
  state: CampaignState;
  askedBy: string;
  startedAt: string;
  finishedAt: string | null;
  planned: number;
  opened: number;
  notRequired: number;
  accepted: number;
  /** Landholders per second: at the most, and as seen. */
  rate: number;
  perSecond: string | null;
  secondsLeft: number | null;
  readyAt: string | null;
  fault: string | null;
  refused: { landholder: string; name: string; reason: string }[];
  byStatus: Record<string, Figure>;
  byStage: Record<string, Figure>;
  asOf: string;
}

export interface HeldParcel {
  parcel: string;
  acres: string;
  route: string | null;
  turnout: string | null;
  firstDeliveryOn: string | null;
  locked: boolean;
  heldFor: { landholder: string; name: string; opened: boolean; caseNumber: string | null; rules: string[] }[];
}

const busyMs = 2_000;
const calmMs = 15_000;
export const isUnderWay = ({ state }: Campaign): boolean => state === 'planning' || state === 'opening';

/** Asked for every two seconds while a campaign opens cases. */
export const campaignsQuery = queryOptions({
  queryKey: ['rra', 'campaigns'],
  queryFn: ({ signal }) => get<Page<Campaign>>('/rra/campaigns', {}, signal).then(({ items }) => items),
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? busyMs : calmMs),
});

export const holdsQuery = (formYear: number) =>
  queryOptions({
    queryKey: ['rra', 'holds', formYear],
    queryFn: ({ signal }) => get<Page<HeldParcel>>('/rra/holds', { formYear }, signal).then(({ items }) => items),
    refetchInterval: calmMs,
  });

export const startCampaign = (formYear: number, write: Write) => post<Campaign>('/rra/campaigns', { formYear }, write);

/** Where the browser downloads the district's summary from. */
export const summaryHref = (formYear: number, format: 'csv' | 'pdf'): string =>
  `/api/v1/rra/district-summary${search({ formYear, format })}`;
