import { once } from 'node:events';
import { flushCompileCache } from 'node:module';

/**
 * The worker with its modules loaded, waiting for a word: when another is killed it is there at once, so that most of a
 * round is work and not the start of a program.
 */
await import('../../apps/worker/src/worker.ts');
await import('../../apps/worker/src/mail/index.ts');
flushCompileCache();
await once(process.stdin, 'data');
process.stdin.unref();
await import('../../apps/worker/src/main.ts');
