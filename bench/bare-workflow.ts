import { proxyActivities } from '@temporalio/workflow';

const { answer } = proxyActivities<{ answer(): Promise<number> }>({ startToCloseTimeout: '10 seconds' });

export async function bare(): Promise<number> {
  return await answer();
}
