import { whenParentIsGone } from '../bootstrap/parent.mjs';
import { fail } from '../bootstrap/problem.mjs';

/**
 * Stops the parts on SIGINT, SIGTERM or SIGHUP, and when the program that started us is gone: first those that were
 * started last. A second signal stops at once.
 */
export function stopWhenAsked({ parts, announce, release }) {
  let stopping = null;

  async function stopAll() {
    announce();
    for (const names of [['api', 'worker'], ['mailbox', 'temporal'], ['postgres']]) {
      await Promise.all(parts.filter((part) => names.includes(part.name)).map((part) => part.stop()));
    }
    release();
  }

  async function end(text) {
    if (stopping) {
      for (const part of parts) part.kill();
      return;
    }
    console.log(`\n${text}; stopping everything (once more stops at once)`);
    stopping = stopAll();
    await stopping;
    console.log('Headgate has stopped');
    process.exit(0);
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
  whenParentIsGone(() => end('The program that started Headgate is gone'));

  return {
    /** Whether a stop was asked for: then nothing more is started. */
    asked: () => stopping !== null,
    /** Ends with what was started stopped again, and the reason shown. */
    async because(error) {
      if (stopping) return;
      stopping = stopAll();
      await stopping;
      fail(error);
    },
  };
}
