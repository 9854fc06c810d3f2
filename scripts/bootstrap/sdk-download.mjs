import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.mjs';
import { run } from './run.mjs';

const PATIENCE_MS = 120_000;

/** Lets Temporal's SDK download one of its servers into `target`; null when it cannot (no way to the internet). */
export async function downloadBySdk(server, version, target, say) {
  const folder = mkdtempSync(join(cacheFolder(), 'download-'));
  say(`downloading Temporal's ${server}`);
  try {
    const script = fileURLToPath(new URL('./sdk-download-child.mjs', import.meta.url));
    const progress = (seconds) => say(`downloading Temporal's ${server}, ${seconds} s`);
    await run(process.execPath, [script, server, version, folder], { progress, timeout: PATIENCE_MS });
    const [file] = readdirSync(folder);
    chmodSync(join(folder, file), 0o755);
    renameSync(join(folder, file), target);
    return target;
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
