import { delinquency } from './cases/delinquency/workflow.ts';
import { highConsumption } from './cases/high-consumption/workflow.ts';
import { newService } from './cases/new-service/workflow.ts';
import { rraCertification } from './cases/rra-certification/workflow.ts';
import { caseWorkflow, type Procedure, sendMail } from './kernel/index.ts';
import { pastDueReview } from './office/past-due-review.ts';
import { rraCampaign, yearlyRraCampaign } from './office/rra-campaign.ts';
import { readScan } from './office/scan.ts';

/** Every case type's procedure, one line each. */
export const procedures: Readonly<Record<string, Procedure>> = {
  'high-consumption': highConsumption,
  delinquency,
  'new-service': newService,
  'rra-certification': rraCertification,
};

export const runCase = caseWorkflow(procedures);
export { pastDueReview, readScan, rraCampaign, sendMail, yearlyRraCampaign };
