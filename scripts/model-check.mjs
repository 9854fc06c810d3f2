// npm run model-check -- --steps 1000000 [--seed 7]: the law of shut-off, walked at random; it ends with 1 at a violation.
import { launch } from './bootstrap/launch.mjs';

await launch(async () => {
  const { runProgram } = await import('./test/run-program.mjs');
  return await runProgram('chaos/model-check.ts', process.env);
});
