import { z } from 'zod';

const settings = z.object({
  DATABASE_URL: z.url(),
  TEMPORAL_ADDRESS: z.string().regex(/^[\w.-]+:\d+$/, 'host:port'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  SMTP_URL: z.url(),
  MAIL_FROM: z.string().default('Headgate Water District <office@headgate.example>'),
  HEADGATE_DESK_URL: z.url().default('http://127.0.0.1:3000'),
  HEADGATE_WORKER_POOL: z.coerce.number().int().min(4).max(100).default(20),
  HEADGATE_CAMPAIGN_BACKLOG: z.coerce.number().int().min(1).max(100_000).default(100),
  HEADGATE_TASK_QUEUE: z.string().min(1).default('cases'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
});

export type WorkerSettings = z.infer<typeof settings>;

/** The worker's settings from the environment. Throws Error that names each one that is wrong. */
export function workerSettings(env: NodeJS.ProcessEnv): WorkerSettings {
  const read = settings.safeParse(env);
  if (read.success) return read.data;
  throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
}
