import { Migration } from '@mikro-orm/migrations';

/** The register beneath the cases, imported from the district's own billing and cashiering systems. */
export class Migration0002Register extends Migration {
  override up(): void {
    this.addSql(`
create table route (
  code text primary key,
  name text not null
);
create table customer (
  id uuid primary key,
  name text not null,
  language text not null,
  email text,
  phone text,
  mailing_address text not null
);
create table service_location (
  id uuid primary key,
  address text not null,
  route text not null references route (code),
  sequence int not null,
  access_note text not null default '',
  dwelling text not null check (dwelling in ('yes', 'no', 'unknown'))
);
create table account (
  number text primary key,
  customer_id uuid not null references customer (id),
  location_id uuid not null references service_location (id),
  class text not null check (class in ('residential', 'commercial', 'agricultural')),
  status text not null default 'active' check (status in ('active', 'inactive', 'closed')),
  search_text text not null
);
create index account_customer on account (customer_id);
create index account_location on account (location_id);
create index account_search on account using gin (search_text gin_trgm_ops);
create table meter (
  serial text primary key,
  account_number text not null references account (number),
  size text not null,
  register_digits int not null check (register_digits between 3 and 9),
  unit text not null,
  multiplier numeric(10, 4) not null,
  set_on date,
  removed_on date
);
create index meter_account on meter (account_number);
create table meter_read (
  account_number text not null references account (number),
  meter_serial text not null references meter (serial),
  read_on date not null,
  reading numeric(12, 3),
  non_read_code text,
  reader text not null default '',
  primary key (account_number, meter_serial, read_on)
);
create table bill (
  account_number text not null references account (number),
  period text not null,
  billed_on date not null,
  due_on date not null,
  use numeric(14, 3) not null,
  amount numeric(12, 2) not null,
  primary key (account_number, period)
);
create index bill_due on bill (due_on);
create table payment (
  reference text primary key,
  account_number text not null references account (number),
  received_on date not null,
  amount numeric(12, 2) not null,
  method text not null
);
create index payment_account on payment (account_number, received_on);
create table import_run (
  id uuid primary key,
  kind text not null,
  at timestamptz not null,
  by_whom text not null,
  file_hash text not null,
  rows int not null,
  accepted int not null,
  rejected int not null
);
create table read_exception (
  account_number text not null references account (number),
  period text not null,
  kind text not null,
  read_on date not null,
  case_id uuid references cases (id),
  primary key (account_number, period, kind)
);
create view account_balance as
  select a.number,
         coalesce(b.billed, 0) - coalesce(p.paid, 0) as balance,
         b.billed, p.paid
    from account a
    left join lateral (select sum(amount) as billed from bill where account_number = a.number) b on true
    left join lateral (select sum(amount) as paid from payment where account_number = a.number) p on true;
grant select on account_balance to headgate_app;
`);
  }
}
