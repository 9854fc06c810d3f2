// npm test: every tier, with what it needs; `npm test -- unit`, `npm test -- int e2e`, `npm test -- libs/domain/src/sla`
// run a part. Plain Node 20 or newer up to the point where the dependencies are there and Node 24 goes on.
import { installDependencies } from './bootstrap/dependencies.mjs';
import { continueOnNode24 } from './bootstrap/node24.mjs';
import { fail } from './bootstrap/problem.mjs';

try {
  if (!process.env.HEADGATE_LAUNCHED) await installDependencies((text) => console.log(text));
  if (await continueOnNode24()) {
    const { runSuite } = await import('./test/suite.mjs');
    process.exit(await runSuite(process.argv.slice(2)));
  }
} catch (error) {
  fail(error);
}
