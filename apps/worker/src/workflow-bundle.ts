import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';

const workflowsPath = fileURLToPath(import.meta.resolve('@headgate/workflows/all-workflows'));
const sources = [join(workflowsPath, '..'), join(workflowsPath, '../../../domain/src')];

/**
 * The workflows as one script. Bundling takes seconds, so what was bundled from the very same sources is kept in
 * HEADGATE_HOME, or the system's folder for temporary files.
 */
export async function workflowBundle(): Promise<WorkflowBundle> {
  const folder = join(process.env.HEADGATE_HOME ?? tmpdir(), 'headgate-bundles');
  const file = join(folder, `${await fingerprint()}.js`);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return { code: kept };
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.${process.pid}`, code);
  await rename(`${file}.${process.pid}`, file);
  return { code };
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of sources) {
    const names = (await readdir(folder, { recursive: true })).filter(
      (name) => name.endsWith('.ts') && !name.includes('.spec.'),
    );
    for (const name of names.sort()) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 24);
}

const silent = () => undefined;
const quiet = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: console.error };
