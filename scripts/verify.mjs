// npm run verify: the invariants of the record, checked on a running `npm start`.
import { launch } from './bootstrap/launch.mjs';

await launch(async () => {
  const { runProgram } = await import('./test/run-program.mjs');
  const { readSettings } = await import('./start/settings.mjs');
  const { environment } = await import('./start/environment.mjs');
  return await runProgram('chaos/verify/main.ts', { ...environment(readSettings()), ...process.env });
});
