import { resolve } from 'node:path';
import { CaseRecord, connect, OfficeSource, systemClock } from '@headgate/persistence';
import { runConfig } from './commands.ts';
import { help } from './help.ts';

const words = process.argv.slice(2);
const [verb, path] = words.filter((word) => !word.startsWith('--'));
const flags = words.filter((word) => word.startsWith('--'));
const isKnown = flags.every((flag) => flag === '--dry-run');
if (!isKnown || !path || (verb !== 'export' && verb !== 'import')) {
  const asked = verb === 'help' || flags.includes('--help');
  (asked ? console.log : console.error)(help);
  process.exit(asked ? 0 : 2);
}
const url = process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is not set: the database of the office whose rules these are.');
  process.exit(2);
}
const orm = await connect({ url, poolSize: 2 });
try {
  const record = new CaseRecord(orm, systemClock, new OfficeSource(orm));
  const order = {
    verb,
    path: resolve(process.env.INIT_CWD ?? '.', path),
    dryRun: flags.includes('--dry-run'),
  } as const;
  process.exitCode = await runConfig(record, order, (line) => console.log(line));
} catch (error) {
  console.error(`It could not be done: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await orm.close(true);
}
