import { migrate } from '../connection.ts';

const url = process.env.DATABASE_OWNER_URL;
if (!url) {
  console.error('DATABASE_OWNER_URL is not set: the database of the role that owns the schema.');
  process.exit(2);
}
const done = await migrate(url);
console.log(done.length === 0 ? 'the schema is up to date' : `migrated: ${done.join(', ')}`);
