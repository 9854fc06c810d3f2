// npm run bench -- intake|commands|begun|lists|…: what this machine carries, beside the limits taken in the same run. It
// brings a database of its own, so it works beside a running Headgate and without one, and measures the sources of now.
import { launch } from './bootstrap/launch.mjs';

await launch(async () => {
  const { runBesidePostgres } = await import('./test/beside-postgres.mjs');
  const { build } = await import('./start/builds.mjs');
  await build('api');
  // Measured with fsync, as production commits.
  return await runBesidePostgres('bench/main.ts', {
    programs: ['TEMPORAL_CLI'],
    marker: 'scripts/bench.mjs',
    settings: { max_connections: '200' },
  });
});
