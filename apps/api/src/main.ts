import 'reflect-metadata';
import { createApplication } from './application.ts';
import { readSettings } from './settings.ts';

try {
  const settings = readSettings(process.env);
  const app = await createApplication(settings);
  await app.listen(settings.HEADGATE_PORT, settings.HEADGATE_HOST);
  console.log(`The API listens on http://${settings.HEADGATE_HOST}:${settings.HEADGATE_PORT}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
