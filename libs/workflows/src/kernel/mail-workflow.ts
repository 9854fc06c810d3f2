import { proxyActivities } from '@temporalio/workflow';
import type { MailActivities } from './activities.ts';

const { deliver } = proxyActivities<MailActivities>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 3, maximumInterval: '1 hour' },
});

/** One message on its way. Tried again while the mail server says "later"; never when it may have been taken. */
export async function sendMail(messageId: string): Promise<void> {
  await deliver(messageId);
}
