import { Migration } from '@mikro-orm/migrations';

/** What a ladder needs to know of people and hours: who is away and who stands in, and before when a mail does not go out. */
export class Migration0008Ladder extends Migration {
  override up(): void {
    this.addSql(`
create table staff_absence (
  username text primary key references staff (username),
  from_at timestamptz not null,
  until_at timestamptz not null,
  deputy text references staff (username),
  set_by text not null,
  set_at timestamptz not null,
  check (until_at > from_at),
  check (deputy <> username)
);
alter table message add column not_before timestamptz;
alter table outbox add column not_before timestamptz;
`);
  }
}
