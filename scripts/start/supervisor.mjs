import { join } from 'node:path';
import { temporalCli } from '../bootstrap/temporal-cli.mjs';
import { build } from './builds.mjs';
import { database, environment } from './environment.mjs';
import { mailboxPart } from './mailbox.mjs';
import { createPart } from './part.mjs';
import { refuseTakenPorts } from './ports.mjs';
import { createRolesAndDatabase, postgresPart } from './postgres.mjs';
import { apiPart, workerPart } from './programs.mjs';
import { migrate, seedOnce } from './record.mjs';
import { announceStop, claim, release, stopLeftovers } from './run-folder.mjs';
import { prepareHome, readSettings } from './settings.mjs';
import { say, step } from './steps.mjs';
import { stopWhenAsked } from './stopping.mjs';
import { temporalPart } from './temporal.mjs';
import { welcome } from './welcome.mjs';

const MARKER = 'scripts/start.mjs';

/** Starts the whole embedded Headgate, keeps its parts alive, and stops them when asked. */
export async function supervise() {
  const settings = readSettings();
  const { home, port } = settings;
  prepareHome(home);
  const parts = [];
  await step('what an earlier start left', async () => {
    await claim(home, MARKER);
    const names = await stopLeftovers(home);
    if (names.length > 0) say(`stopped ${names.join(', ')}, left by a start that was killed`);
    await refuseTakenPorts(settings.ports).catch((error) => {
      release(home);
      throw error;
    });
  });
  const stop = stopWhenAsked({ parts, announce: () => announceStop(home, MARKER), release: () => release(home) });
  try {
    await startAll({ settings, begin: (spec) => begin(spec, { home, parts, stop }), atOnce: orElse(stop.because) });
    welcome({ port, home });
  } catch (error) {
    await stop.because(error);
  }
}

/** Starts one part; once a stop was asked for it starts nothing and never answers, so that the start goes no further. */
async function begin(spec, { home, parts, stop }) {
  const never = new Promise(() => {});
  if (stop.asked()) return never;
  const part = createPart(spec, { home, say: (text) => console.log(text) });
  parts.push(part);
  await part.start();
  return stop.asked() ? never : part;
}

async function startAll({ settings: { home, port }, begin, atOnce }) {
  const env = environment({ home, port });
  const folder = join(home, 'postgres');
  // Begun at once and awaited in the order in which a person reads them.
  const temporal = atOnce(startTemporal({ home, port, begin }));
  const mailbox = atOnce(
    begin(mailboxPart({ folder: join(home, 'mailbox'), smtpPort: port.smtp, pagePort: port.mailbox })),
  );
  const builds = atOnce(Promise.all([build('api'), build('web')]));
  await step('PostgreSQL', async () => {
    await begin(postgresPart({ folder, port: port.postgres }));
    await createRolesAndDatabase(port.postgres, database);
  });
  await step('schema of the record', () => migrate(env));
  await step('demo district', (tell) =>
    seedOnce(folder, env, (seconds, line) => tell(line || `filling it, ${seconds} s`)),
  );
  await step('mailbox', mailbox);
  await step('Temporal', temporal);
  await step('API and web app built', builds);
  await step('API and worker', () =>
    Promise.all([begin(apiPart({ port: port.web, env })), begin(workerPart({ home, env }))]),
  );
}

async function startTemporal({ home, port, begin }) {
  const program = await temporalCli(say);
  await begin(temporalPart({ program, file: join(home, 'temporal.db'), port: port.temporal, uiPort: port.temporalUi }));
}

/** Lets work go on while others are awaited; its failure ends the start at once. */
function orElse(giveUp) {
  return (work) => {
    work.catch(giveUp);
    return () => work;
  };
}
