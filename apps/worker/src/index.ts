export { cloneDatabase, type ThrowAwayDatabase } from './rehearsal/database.ts';
export { rehearsalMail } from './rehearsal/mail.ts';
export { rehearse, type TimelineEntry } from './rehearsal/rehearse.ts';
export { rehearseAlone, rehearseAndGo } from './rehearsal/rehearse-alone.ts';
export { readScenario, type Scenario } from './rehearsal/scenario.ts';
export { openWorld, type World } from './rehearsal/world.ts';
export { startWorker } from './worker.ts';
export { workflowBundle } from './workflow-bundle.ts';
