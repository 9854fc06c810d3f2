// npm test: every tier, with what it needs. `npm test -- unit`, `npm test -- int e2e` and
// `npm test -- libs/domain/src/sla` run a part.
import { launch } from './bootstrap/launch.mjs';

await launch(async () => {
  const { runSuite } = await import('./test/suite.mjs');
  return await runSuite(process.argv.slice(2));
});
