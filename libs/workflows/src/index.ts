export type { CaseActivities, MailActivities, Progress } from './kernel/activities.ts';
