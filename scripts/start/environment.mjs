import { delimiter, dirname } from 'node:path';
import { databaseUrl } from './postgres.mjs';
import { host, secretOf } from './settings.mjs';
import { namespace } from './temporal.mjs';

export const database = 'headgate';

/** What the parts are told: the same variables that production sets (docs/operations.md). */
export function environment({ home, port }) {
  return {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    NODE_NO_WARNINGS: '1',
    DATABASE_URL: databaseUrl(port.postgres, 'headgate_app', database),
    DATABASE_OWNER_URL: databaseUrl(port.postgres, 'headgate_owner', database),
    TEMPORAL_ADDRESS: `${host}:${port.temporal}`,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: `smtp://${host}:${port.smtp}`,
    HEADGATE_HOST: host,
    HEADGATE_PORT: String(port.web),
    HEADGATE_INBOUND_SMTP_PORT: String(port.inboundSmtp),
    HEADGATE_METRICS_PORT: String(port.metrics),
    HEADGATE_PUBLIC_URL: `http://${host}:${port.web}`,
    HEADGATE_DESK_URL: `http://${host}:${port.web}`,
    HEADGATE_HOME: home,
    HEADGATE_SECRET: secretOf(home),
    HEADGATE_DEMO: 'true',
    // The supervisor reads in the worker's log that it is ready.
    LOG_LEVEL: 'info',
  };
}
