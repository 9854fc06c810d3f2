import { Migration } from '@mikro-orm/migrations';

/** Papers: files of cases, bulk scans and what they were cut into. Bytes lie in the record's own database. */
export class Migration0007Attachments extends Migration {
  override up(): void {
    this.addSql(files);
    this.addSql(attachments);
    this.addSql(scans);
    this.addSql(grants);
  }
}

/** Pieces of a megabyte, so that no file is ever whole in memory; `external`: what is scanned does not compress. */
const files = `
create table stored_file (
  id uuid primary key,
  begun_at timestamptz not null,
  size int,
  sha256 text
);
create index stored_file_unfinished on stored_file (begun_at) where size is null;
create table stored_piece (
  file_id uuid not null references stored_file (id) on delete cascade,
  n int not null,
  bytes bytea not null,
  primary key (file_id, n)
);
alter table stored_piece alter column bytes set storage external;
`;

const attachments = `
create table attachment (
  id uuid primary key,
  case_id uuid not null references cases (id) deferrable initially deferred,
  file_id uuid not null references stored_file (id),
  name text not null,
  media_type text not null,
  size int not null check (size > 0),
  sha256 text not null,
  added_at timestamptz not null,
  added_by text not null,
  scan_id uuid,
  first_page int,
  last_page int
);
create index attachment_case on attachment (case_id, id);
create index attachment_file on attachment (file_id);
create trigger attachment_append_only before update or delete or truncate on attachment
  for each statement execute function refuse_change();
create trigger stored_piece_never_changes before update on stored_piece
  for each statement execute function refuse_change();
`;

const scans = `
create table scan (
  id uuid primary key,
  file_id uuid not null references stored_file (id),
  sha256 text not null unique,
  name text not null,
  status text not null check (status in ('waiting', 'reading', 'filing', 'done', 'failed')),
  pages int,
  fault text,
  posted_by jsonb not null,
  posted_at timestamptz not null
);
create index scan_under_way on scan (id) where status in ('waiting', 'reading', 'filing');
create index scan_file on scan (file_id);
create table scan_page (
  scan_id uuid not null references scan (id),
  page int not null,
  codes text[] not null,
  drawn boolean not null,
  preview bytea,
  primary key (scan_id, page)
);
alter table scan_page alter column preview set storage external;
create table scan_part (
  scan_id uuid not null references scan (id),
  n int not null,
  first_page int not null,
  last_page int not null,
  case_number text,
  why text,
  file_id uuid references stored_file (id),
  attachment_id uuid references attachment (id),
  filed_by text,
  filed_at timestamptz,
  primary key (scan_id, n)
);
create index scan_part_file on scan_part (file_id);
`;

/** A file goes with its pieces (that is the owner's act, by the foreign key), and never while anything holds it. */
const grants = `
revoke update, delete, truncate on attachment from headgate_app;
revoke update, delete, truncate on stored_piece from headgate_app;
`;
