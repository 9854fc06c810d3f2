export type { CaseActivities, MailActivities, Progress } from './kernel/activities.ts';
export type { OfficeActivities, PastDueBatch } from './office/activities.ts';
export type { CampaignActivities, CampaignProgress } from './office/campaign-activities.ts';
export type { ScanActivities } from './office/scan-activities.ts';
