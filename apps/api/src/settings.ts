import { fileURLToPath } from 'node:url';
import { districtOf } from '@headgate/letters';
import { z } from 'zod';

const port = (usual: number) => z.coerce.number().int().min(0).max(65_535).default(usual);
const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `a URL that begins with ${protocols.join(':// or ')}://`,
  });

/** Every setting of the API, from the environment. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HEADGATE_HOST: z.string().min(1).default('127.0.0.1'),
  HEADGATE_PORT: port(3000),
  HEADGATE_METRICS_PORT: port(9464),
  HEADGATE_PUBLIC_URL: url('http', 'https').optional(),
  HEADGATE_DEMO: z.stringbool().default(false),
  HEADGATE_SECRET: z.string().optional(),
  HEADGATE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  HEADGATE_TRUSTED_PROXY: z.string().optional(),
  DATABASE_URL: url('postgres', 'postgresql'),
  HEADGATE_DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^:\s]+:\d+$/, 'host:port')
    .default('127.0.0.1:7233'),
  MAIL_FROM: z
    .string()
    .default('Headgate Water District <office@headgate.example>')
    .transform((from, context) => {
      try {
        return districtOf(from);
      } catch {
        context.addIssue('Name <address>');
        return z.NEVER;
      }
    }),
  SMTP_URL: url('smtp', 'smtps').default('smtp://127.0.0.1:1025'),
  WEB_DIST: z.string().default(fileURLToPath(new URL('../../web/dist', import.meta.url))),
});

const LONG_ENOUGH = 32;
const fit = environment.check(({ value, issues }) => {
  if (value.NODE_ENV !== 'production') return;
  const refuse = (name: keyof typeof value, message: string) =>
    issues.push({ code: 'custom', path: [name], message, input: value });
  if (value.HEADGATE_DEMO) refuse('HEADGATE_DEMO', 'the demo users may not be served in production');
  if (!value.HEADGATE_SECRET || value.HEADGATE_SECRET.length < LONG_ENOUGH) {
    refuse('HEADGATE_SECRET', `production needs a secret of its own of at least ${LONG_ENOUGH} characters`);
  }
  if (/^postgres(ql)?:\/\/[^@/]*:(headgate_app|postgres)@/.test(value.DATABASE_URL)) {
    refuse('DATABASE_URL', 'production needs another password than the default one');
  }
});

export type Settings = z.output<typeof environment>;
/** The token under which settings are injected. */
export const SETTINGS = Symbol('settings');

/** Reads the settings. Throws an Error that names each variable that is wrong, never its value. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = fit.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The environment is not right.\n${faults.join('\n')}`);
}
