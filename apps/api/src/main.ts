import 'reflect-metadata';
import { createApplication } from './application.ts';
import { Metrics } from './metrics.ts';
import { readSettings } from './settings.ts';
import { refuseDemoPasswords } from './sign-in/demo-passwords.ts';

try {
  const settings = readSettings(process.env);
  const metrics = new Metrics();
  const app = await createApplication(settings, { metrics });
  await refuseDemoPasswords(app, settings);
  await metrics.serve(settings.HEADGATE_METRICS_PORT, settings.HEADGATE_HOST);
  await app.listen(settings.HEADGATE_PORT, settings.HEADGATE_HOST);
  console.log(`The API listens on http://${settings.HEADGATE_HOST}:${settings.HEADGATE_PORT}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
