// npm run chaos -- ladder: what must hold while programs are killed at random, on a PostgreSQL and a Temporal of its own.
// HEADGATE_ROUNDS and HEADGATE_SEED repeat a run.
import { launch } from './bootstrap/launch.mjs';

await launch(async () => {
  const { runBesidePostgres } = await import('./test/beside-postgres.mjs');
  return await runBesidePostgres('chaos/main.ts', { programs: ['TEMPORAL_CLI'], marker: 'scripts/chaos.mjs' });
});
