export type { CaseActivities, MailActivities, Progress } from './activities.ts';
export { advance, type Procedure } from './advance.ts';
export { Case, type Fact, fact, type Granted, type Refused, type WaitOutcome } from './case.ts';
export { caseWorkflow } from './case-workflow.ts';
export { sendMail } from './mail-workflow.ts';
export { nudge } from './signals.ts';
