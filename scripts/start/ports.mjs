import { createServer } from 'node:net';
import { Problem } from '../bootstrap/problem.mjs';
import { host } from './settings.mjs';

/** Refuses to start while another program listens on a port that is needed, and names the variable that moves it. */
export async function refuseTakenPorts(ports) {
  const free = await Promise.all(ports.map(({ number }) => isFree(number)));
  const taken = ports.filter((_, index) => !free[index]);
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ number, title, variable }) =>
      `Port ${number} (${title}) is taken by another program. Stop it, or choose another port: ${variable}=${number + 1} npm start`,
  );
  throw new Problem(lines.join('\n'));
}

function isFree(number) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(number, host, () => server.close(() => resolve(true)));
  });
}

/** A port that nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
