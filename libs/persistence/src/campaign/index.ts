export {
  askForCampaign,
  type Campaign,
  campaignOf,
  campaigns,
  stopByFault,
  unfinishedCampaigns,
} from './campaign.ts';
export { type DistrictReport, districtReport, type KeptOriginal } from './district-report.ts';
export { type OpenedBatch, openNextFilings } from './opening.ts';
export { type HeldFor, type HeldParcel, parcelHolds } from './parcel-holds.ts';
export { planCampaign } from './planning.ts';
export { type CampaignTally, campaignTally } from './tally.ts';
