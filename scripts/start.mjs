// npm start: the whole of Headgate on this computer, from a bare checkout. Plain Node 20 or newer up to the point
// where the dependencies are there and Node 24 goes on.
import { installDependencies } from './bootstrap/dependencies.mjs';
import { continueOnNode24 } from './bootstrap/node24.mjs';
import { fail } from './bootstrap/problem.mjs';
import { step } from './start/steps.mjs';

// A reader of our output that goes away (a closed terminal, a pipe) must not keep us from stopping what we started.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  if (!process.env.HEADGATE_LAUNCHED) await step('dependencies', installDependencies);
  if (await continueOnNode24()) {
    const { supervise } = await import('./start/supervisor.mjs');
    await supervise();
  }
} catch (error) {
  fail(error);
}
