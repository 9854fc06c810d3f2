import { Migration } from '@mikro-orm/migrations';

/** The record: cases as append-only events, and the rows that are computed from them. */
export class Migration0001Record extends Migration {
  override up(): void {
    this.addSql(record);
    this.addSql(appendOnly);
    this.addSql(projections);
    this.addSql(delivery);
    this.addSql(grants);
  }
}

const record = `
create extension if not exists pg_trgm;
create sequence case_number_block;
create table cases (
  id uuid primary key,
  number text not null unique,
  type text not null,
  subject text not null,
  description text not null,
  status text not null check (status in ('open', 'on-hold', 'resolved', 'closed', 'cancelled')),
  stage text,
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  channel text not null,
  account_number text,
  requester jsonb,
  queue text not null,
  involved text[] not null,
  assignee text,
  opened_at timestamptz not null,
  opened_by text not null,
  resolved_at timestamptz,
  closed_at timestamptz,
  outcome text,
  details jsonb not null,
  collection_bar text,
  policy text not null,
  cycle int not null,
  seq int not null,
  head_hash text not null,
  last_at timestamptz not null,
  next_due_at timestamptz,
  at_risk_at timestamptz,
  advanced_seq int not null default 0,
  next_deadline timestamptz,
  search_text text not null,
  search tsvector generated always as (to_tsvector('simple', search_text)) stored
);
create index cases_opened on cases (opened_at desc, id desc);
create index cases_status_opened on cases (status, opened_at desc, id desc);
create index cases_queue_opened on cases (queue, status, opened_at desc, id desc);
create index cases_type_opened on cases (type, opened_at desc, id desc);
create index cases_assignee_opened on cases (assignee, opened_at desc, id desc) where assignee is not null;
create index cases_account on cases (account_number, opened_at desc) where account_number is not null;
create index cases_due on cases (next_due_at, id) where status in ('open', 'on-hold');
create index cases_involved on cases using gin (involved);
create index cases_search on cases using gin (search);
create index cases_search_parts on cases using gin (search_text gin_trgm_ops);
create index cases_behind on cases (next_deadline) where status in ('open', 'on-hold');
create index cases_not_advanced on cases (id) where advanced_seq < seq;

create table case_event (
  position bigint generated always as identity,
  case_id uuid not null references cases (id) deferrable initially deferred,
  seq int not null,
  type text not null,
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  prev text not null,
  hash text not null,
  primary key (case_id, seq)
);
create index case_event_position on case_event (position);
create index case_event_type_at on case_event (type, at);

create table daily_root (
  day date primary key,
  cases int not null,
  root text not null,
  made_at timestamptz not null
);
`;

const appendOnly = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger case_event_append_only before update or delete or truncate on case_event
  for each statement execute function refuse_change();
create trigger daily_root_append_only before update or delete or truncate on daily_root
  for each statement execute function refuse_change();
`;

const projections = `
create table task (
  id uuid primary key,
  case_id uuid not null references cases (id) deferrable initially deferred,
  case_number text not null,
  step text not null,
  kind text not null,
  visit int not null,
  queue text not null,
  assignee text,
  asked_by text,
  status text not null check (status in ('open', 'claimed', 'done', 'returned', 'withdrawn')),
  facts jsonb not null,
  outcome jsonb,
  reason text,
  opened_at timestamptz not null,
  ended_at timestamptz,
  due_at timestamptz,
  unique (case_id, step)
);
create index task_queue on task (queue, status, opened_at, id);
create index task_status on task (status, opened_at, id);
create index task_assignee on task (assignee, status, opened_at, id) where assignee is not null;

create table clock (
  case_id uuid not null references cases (id) deferrable initially deferred,
  metric text not null,
  scope text not null,
  cycle int not null,
  state text not null,
  started_at timestamptz not null,
  stopped_at timestamptz,
  due_at timestamptz,
  policy text not null,
  calendar text not null,
  primary key (case_id, metric, scope, cycle)
);
create index clock_due on clock (due_at) where state = 'running';
create index clock_stopped on clock (stopped_at) where stopped_at is not null;

create table message (
  id uuid primary key,
  case_id uuid not null references cases (id) deferrable initially deferred,
  channel text not null,
  template text not null,
  language text not null,
  audience text not null,
  to_name text not null,
  to_address text not null,
  data jsonb not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'bounced', 'failed', 'uncertain', 'withdrawn')),
  mail_id text not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  subject text,
  body_text text,
  body_html text,
  reason text
);
create index message_case on message (case_id, queued_at);
create index message_pending on message (queued_at) where state in ('queued', 'sending', 'uncertain', 'failed');
`;

const delivery = `
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('nudge', 'mail')),
  case_id uuid not null,
  message_id uuid,
  seq int not null,
  at timestamptz not null
);

create table idempotency_key (
  username text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  status int,
  headers jsonb,
  body bytea,
  at timestamptz not null,
  primary key (username, route, key)
);
create index idempotency_key_at on idempotency_key (at);

create table staff (
  username text primary key,
  name text not null,
  role text not null,
  queue text not null,
  leads text,
  email text not null,
  password_hash text,
  active boolean not null default true
);
create table session (
  token_hash text primary key,
  username text not null references staff (username),
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table calendar_version (
  name text not null,
  version int not null,
  from_at timestamptz not null,
  definition jsonb not null,
  primary key (name, version)
);
create table policy_version (
  name text not null,
  version int not null,
  from_at timestamptz not null,
  definition jsonb not null,
  primary key (name, version)
);
create table setting_version (
  name text not null,
  from_on date not null,
  value jsonb not null,
  source text not null,
  confirmed boolean not null,
  primary key (name, from_on)
);
create table installation (
  key text primary key,
  value text not null
);
`;

/** The application's role appends events and never changes them; it owns nothing. */
const grants = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'headgate_app') then
    create role headgate_app login password 'headgate_app';
  end if;
end $$;
grant usage on schema public to headgate_app;
grant select, insert, update, delete on all tables in schema public to headgate_app;
grant usage, select on all sequences in schema public to headgate_app;
alter default privileges in schema public grant select, insert, update, delete on tables to headgate_app;
alter default privileges in schema public grant usage, select on sequences to headgate_app;
revoke update, delete, truncate on case_event, daily_root from headgate_app;
`;
