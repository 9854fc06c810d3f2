import { CaseRecord, connect, OfficeSource, systemClock } from '@headgate/persistence';
import { Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { mailActivities } from './mail/index.ts';
import { workerSettings } from './settings.ts';
import { startWorker } from './worker.ts';
import { workflowBundle } from './workflow-bundle.ts';

const settings = workerSettings(process.env);
const log = pino({ level: settings.LOG_LEVEL, name: 'worker' });
Runtime.install({ shutdownSignals: [], logger: { ...quietRuntime(), log: () => undefined } });

const orm = await connect({ url: settings.DATABASE_URL, poolSize: settings.HEADGATE_WORKER_POOL + 5 });
const record = new CaseRecord(orm, systemClock, new OfficeSource(orm));
const mail = mailActivities(record, {
  smtpUrl: settings.SMTP_URL,
  from: settings.MAIL_FROM,
  deskUrl: settings.HEADGATE_DESK_URL,
});
const worker = await startWorker({
  record,
  address: settings.TEMPORAL_ADDRESS,
  namespace: settings.TEMPORAL_NAMESPACE,
  taskQueue: settings.HEADGATE_TASK_QUEUE,
  slots: settings.HEADGATE_WORKER_POOL,
  campaignBacklog: settings.HEADGATE_CAMPAIGN_BACKLOG,
  mail,
  bundle: await workflowBundle(),
  log,
});
log.info('worker is ready');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void worker.stop());
}
try {
  await worker.stopped;
} catch (error) {
  log.error({ error: String(error) }, 'the worker stopped by a fault');
  process.exitCode = 1;
} finally {
  mail.close();
  await orm.close(true);
}

function quietRuntime() {
  const warn = (message: string) => log.warn(message);
  const nothing = () => undefined;
  return { trace: nothing, debug: nothing, info: nothing, warn, error: (message: string) => log.error(message) };
}
