import { Migration } from '@mikro-orm/migrations';

/**
 * Work of the office that takes longer than a request: moves of running cases to another policy version, a new look at
 * all clocks, a what-if. And versions of policies and calendars, which are added and never changed.
 */
export class Migration0009Administration extends Migration {
  override up(): void {
    this.addSql(`
create table office_job (
  id uuid primary key,
  kind text not null,
  input jsonb not null,
  asked_by jsonb not null,
  asked_at timestamptz not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  total int not null default 0,
  done int not null default 0,
  result jsonb,
  failure text,
  ended_at timestamptz,
  beat_at timestamptz
);
create index office_job_running on office_job (asked_at) where state = 'running';
create index office_job_by_kind on office_job (kind, asked_at desc, id desc);
create table policy_move_case (
  move_id uuid not null references office_job (id),
  case_id uuid not null references cases (id),
  number text not null,
  from_version int not null,
  state text not null default 'waiting' check (state in ('waiting', 'moved', 'skipped', 'undone', 'kept')),
  why text,
  clocks jsonb,
  primary key (move_id, case_id)
);
create index policy_move_case_waiting on policy_move_case (move_id, case_id) where state in ('waiting', 'moved');
create table what_if_case (
  job_id uuid not null references office_job (id),
  place int not null,
  case_id uuid not null,
  number text not null,
  type text not null,
  department text not null,
  metric text not null,
  scope text not null,
  cycle int not null,
  before text,
  after text,
  primary key (job_id, place)
);
create trigger policy_version_append_only before update or delete or truncate on policy_version
  for each statement execute function refuse_change();
create trigger calendar_version_append_only before update or delete or truncate on calendar_version
  for each statement execute function refuse_change();
revoke update, delete, truncate on policy_version, calendar_version from headgate_app;
`);
  }
}
