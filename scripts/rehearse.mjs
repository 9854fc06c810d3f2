// npm run rehearse -- scenario.json [--json]: a scenario through the real procedures, a year in seconds. It brings a
// database of its own, so it works beside a running Headgate and without one.
import { launch } from './bootstrap/launch.mjs';

await launch(async () => {
  const { runBesidePostgres } = await import('./test/beside-postgres.mjs');
  return await runBesidePostgres('apps/worker/src/rehearsal/main.ts', {
    programs: ['TEMPORAL_TEST_SERVER'],
    marker: 'scripts/rehearse.mjs',
  });
});
