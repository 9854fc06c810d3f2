// Starts one of Temporal's servers by the SDK, which downloads it first, and stops it again. A process of its own,
// because the SDK's native runtime cannot be unloaded.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [server, version, downloadDir] = process.argv.slice(2);
const options = { server: { executable: { type: 'cached-download', downloadDir, version } } };
const environment =
  server === 'dev-server'
    ? await TestWorkflowEnvironment.createLocal(options)
    : await TestWorkflowEnvironment.createTimeSkipping(options);
await environment.teardown();
