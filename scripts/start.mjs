// npm start: the whole of Headgate on this computer, from a bare checkout.
import { installDependencies } from './bootstrap/dependencies.mjs';
import { launch } from './bootstrap/launch.mjs';
import { step } from './start/steps.mjs';

const start = async () => {
  const { supervise } = await import('./start/supervisor.mjs');
  await supervise();
};
await launch(start, { install: () => step('dependencies', installDependencies) });
