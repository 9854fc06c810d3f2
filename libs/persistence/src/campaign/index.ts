export {
  askForCampaign,
  type Campaign,
  campaignOf,
  campaigns,
  stopByFault,
  unfinishedCampaigns,
} from './campaign.ts';
export { type OpenedBatch, openNextFilings } from './opening.ts';
export { planCampaign } from './planning.ts';
