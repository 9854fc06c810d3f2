import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Problem } from '../bootstrap/problem.mjs';
import { root } from '../bootstrap/root.mjs';

export const host = '127.0.0.1';

/** Every port of `npm start`: what listens there, the variable that moves it, its default. */
const PORTS = {
  web: { title: 'web and API', variable: 'HEADGATE_PORT', usual: 3000 },
  mailbox: { title: 'mailbox page', variable: 'HEADGATE_MAILBOX_PORT', usual: 1080 },
  smtp: { title: 'mailbox (SMTP)', variable: 'HEADGATE_SMTP_PORT', usual: 1025 },
  inboundSmtp: { title: 'incoming mail (SMTP)', variable: 'HEADGATE_INBOUND_SMTP_PORT', usual: 2525 },
  temporal: { title: 'Temporal', variable: 'TEMPORAL_PORT', usual: 7233 },
  temporalUi: { title: "Temporal's page", variable: 'TEMPORAL_UI_PORT', usual: 8233 },
  postgres: { title: 'PostgreSQL', variable: 'HEADGATE_PG_PORT', usual: 5433 },
  metrics: { title: 'metrics', variable: 'HEADGATE_METRICS_PORT', usual: 9464 },
};

const MEBIBYTE = 2 ** 20;
const NEEDED_SPACE = 500 * MEBIBYTE;

/** The settings of `npm start`, from the environment; a wrong one is named. */
export function readSettings(env = process.env) {
  if (env.NODE_ENV === 'production') {
    throw new Problem(
      'npm start is the embedded Headgate, with demo users: it refuses NODE_ENV=production.\nFor production see docs/operations.md.',
    );
  }
  const ports = Object.entries(PORTS).map(([name, port]) => ({ name, ...port, number: portNumber(env, port) }));
  refuseSharedPorts(ports);
  const home = resolve(root, env.HEADGATE_HOME || '.headgate');
  return { home, ports, port: Object.fromEntries(ports.map(({ name, number }) => [name, number])) };
}

function portNumber(env, { variable, usual }) {
  const text = env[variable] || String(usual);
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 65_535) {
    throw new Problem(`${variable} must be a port between 1 and 65535, but is "${text}".`);
  }
  return number;
}

function refuseSharedPorts(ports) {
  for (const [index, port] of ports.entries()) {
    const other = ports.slice(0, index).find(({ number }) => number === port.number);
    if (other)
      throw new Problem(`${other.variable} and ${port.variable} are both ${port.number}: give each its own port.`);
  }
}

/** Makes the data folder, or says why it cannot be: not writable, or no room left on the disk. */
export function prepareHome(home) {
  try {
    for (const folder of ['logs', 'run', 'mailbox']) mkdirSync(join(home, folder), { recursive: true });
    writeFileSync(join(home, 'run', 'writable'), '');
  } catch (error) {
    throw new Problem(
      `The data folder ${home} cannot be written (${error.message}).\nSet HEADGATE_HOME to a folder that can.`,
    );
  }
  const { bavail, bsize } = statfsSync(home);
  if (bavail * bsize < NEEDED_SPACE) {
    const free = Math.round((bavail * bsize) / MEBIBYTE);
    throw new Problem(
      `Only ${free} MiB are free where ${home} lies; Headgate needs ${NEEDED_SPACE / MEBIBYTE}.\nMake room, or set HEADGATE_HOME to a folder on another disk.`,
    );
  }
}

/** The key that signs sessions and links: made once for this data folder, readable by its owner alone. */
export function secretOf(home) {
  const file = join(home, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8');
}
