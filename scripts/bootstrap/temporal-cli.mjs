import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { findCommand, isProgram } from './find-command.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { downloadBySdk } from './sdk-download.mjs';

// The newest release that `go install` can build; the same one is asked of the download, so that all run alike.
const VERSION = 'v1.5.1';

/** The Temporal CLI, whose development server Headgate starts: found, downloaded or built. */
export async function temporalCli(say) {
  const named = process.env.TEMPORAL_CLI;
  if (named) {
    if (isProgram(named)) return named;
    throw new Problem(`TEMPORAL_CLI names ${named}, which is not a program.`);
  }
  const cached = join(cacheFolder(`temporal-${VERSION}`), 'temporal');
  const found = findCommand('temporal') ?? (isProgram(cached) ? cached : null);
  return found ?? (await downloadBySdk('dev-server', VERSION, cached, say)) ?? (await buildWithGo(cached, say));
}

async function buildWithGo(cached, say) {
  const go = findCommand('go');
  if (!go) throw new Problem(`Temporal's CLI was not found and could not be downloaded.\n${waysToGetIt}`);
  const folder = mkdtempSync(join(cacheFolder(), 'building-'));
  say(`building the Temporal CLI ${VERSION} with Go, once (2 to 4 minutes)`);
  try {
    const env = { ...process.env, GOBIN: folder };
    const progress = (seconds) => say(`building the Temporal CLI, ${seconds} s`);
    await run(go, ['install', `github.com/temporalio/cli/cmd/temporal@${VERSION}`], { env, progress });
    renameSync(join(folder, 'temporal'), cached);
    return cached;
  } catch (error) {
    throw new Problem(`${error.message}\n${waysToGetIt}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const waysToGetIt = [
  'Any one of these brings it:',
  '  - install it from https://docs.temporal.io/cli, so that `temporal` is on PATH;',
  '  - set TEMPORAL_CLI to the path of the program;',
  '  - let this computer reach https://temporal.download, from which it is fetched by itself;',
  '  - install Go 1.25 or newer, with which it is built by itself.',
].join('\n');
