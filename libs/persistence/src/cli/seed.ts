import { hash } from '@node-rs/argon2';
import { CaseRecord } from '../case/record.ts';
import { systemClock } from '../clock.ts';
import { connect } from '../connection.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { OfficeSource } from '../office/office.ts';

const url = process.env.DATABASE_URL ?? process.env.DATABASE_OWNER_URL;
if (!url) {
  console.error('DATABASE_URL is not set: the database that the demo district is to be written to.');
  process.exit(2);
}
if (process.env.NODE_ENV === 'production') {
  console.error('The demo district has known passwords: it is not written where NODE_ENV is production.');
  process.exit(2);
}
const began = performance.now();
const orm = await connect({ url, poolSize: 2 });
try {
  const record = new CaseRecord(orm, systemClock, new OfficeSource(orm));
  const seeded = await seedDemo(record, { hash, progress: (line) => console.log(line) });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(
    seeded
      ? `the demo district is there: ${seeded.accounts} accounts, ${seeded.cases} cases, ${seeded.open} of them open (${seconds} s)`
      : 'the demo district is there already',
  );
} finally {
  await orm.close(true);
}
