import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Figures, load } from './load.ts';
import { freePort } from './world.ts';

/** What a bare Nest + Fastify endpoint with one INSERT does on this machine, in the same database, now. */
export async function bareInsert(databaseUrl: string, body: string, clients: number): Promise<Figures> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) };
  const child = fork(new URL('./bare-api.ts', import.meta.url), { env });
  await once(child, 'message');
  try {
    return await load({
      url: `http://127.0.0.1:${port}`,
      clients,
      next: () => ({ method: 'POST', path: '/bare', body }),
    });
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
