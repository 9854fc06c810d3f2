import { CaseRecord, connect, OfficeSource } from '@headgate/persistence';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { campaignActivities } from './campaign-activities.ts';
import { workflowBundle } from './workflow-bundle.ts';

/** A worker for campaigns alone, as a process of its own that a test can kill. */
Runtime.install({ telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } } });
const orm = await connect({ url: String(process.env.DATABASE_URL), poolSize: 6 });
const record = new CaseRecord(orm, { now: () => String(process.env.NOW) }, new OfficeSource(orm));
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: String(process.env.TEMPORAL_ADDRESS) }),
  taskQueue: 'campaigns',
  workflowBundle: await workflowBundle(),
  activities: campaignActivities(record, 1_000_000),
});
process.stdout.write('ready\n');
await worker.run();
