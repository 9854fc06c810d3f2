import { database } from './environment.mjs';
import { databaseUrl } from './postgres.mjs';
import { host } from './settings.mjs';

const DEMO_USERS =
  'specialist1, specialist2, specialist3, supervisor, operations, engineering, accounting, technician, manager, admin';

/** The addresses and the demo users, and last the line that says that everything answers. */
export function welcome({ port, home }) {
  const at = (name) => `http://${host}:${port[name]}`;
  const rows = [
    ['The desk', at('web')],
    ['API', `${at('web')}/api/v1, described at ${at('web')}/api/docs`],
    ['Mailbox', at('mailbox')],
    ['Temporal', at('temporalUi')],
    ['PostgreSQL', databaseUrl(port.postgres, 'headgate_app', database)],
    ['Data and logs', home],
    ['Demo users', `${DEMO_USERS} (password headgate-demo)`],
  ];
  const width = Math.max(...rows.map(([title]) => title.length));
  console.log();
  for (const [title, text] of rows) console.log(`  ${title.padEnd(width)}  ${text}`);
  console.log(`\nHeadgate is ready at ${at('web')}`);
}
