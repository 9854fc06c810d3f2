// npm run config -- export|import: policies and calendars as YAML files, on the database of a running `npm start`, or on
// the one that DATABASE_URL names.
import { launch } from './bootstrap/launch.mjs';

await launch(async () => {
  const { runProgram } = await import('./test/run-program.mjs');
  const { readSettings } = await import('./start/settings.mjs');
  const { environment } = await import('./start/environment.mjs');
  return await runProgram('apps/worker/src/config/main.ts', { ...environment(readSettings()), ...process.env });
});
