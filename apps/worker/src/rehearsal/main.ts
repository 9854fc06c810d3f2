import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Runtime } from '@temporalio/worker';
import { rehearseAlone } from './rehearse-alone.ts';
import { readScenario } from './scenario.ts';
import { told } from './telling.ts';

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const path = words.find((word) => !word.startsWith('--'));
if (!path) {
  console.error('Which scenario? npm run rehearse -- scenario.json [--json]');
  process.exit(2);
}
Runtime.install({
  shutdownSignals: [],
  logger: quiet(),
  telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
});
try {
  const text = await readFile(resolve(process.env.INIT_CWD ?? '.', path), 'utf8');
  const timeline = await rehearseAlone(readScenario(JSON.parse(text)));
  process.stdout.write(asJson ? `${JSON.stringify(timeline, null, 2)}\n` : told(timeline));
} catch (error) {
  console.error(`The scenario cannot be rehearsed.\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function quiet() {
  const nothing = () => undefined;
  return {
    log: nothing,
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: (text: string) => console.error(text),
  };
}
