import { installDependencies } from './dependencies.mjs';
import { continueOnNode24 } from './node24.mjs';
import { fail } from './problem.mjs';

/**
 * How every command of scripts/ begins: plain Node 20 or newer installs the dependencies, then Node 24 goes on with
 * `work`, which imports what it needs only then and answers the exit code (nothing: the process lives on).
 */
export async function launch(work, { say = tell, install = () => installDependencies(say) } = {}) {
  // A reader of our output that goes away (a closed terminal, a pipe) must not keep us from stopping what we started.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    if (!process.env.HEADGATE_LAUNCHED) await install();
    if (!(await continueOnNode24())) return;
    const code = await work();
    if (code !== undefined) process.exit(code);
  } catch (error) {
    fail(error);
  }
}

/** Progress goes to standard error: what a command prints as its result may be read by a program. */
export function tell(text) {
  process.stderr.write(`${text}\n`);
}
