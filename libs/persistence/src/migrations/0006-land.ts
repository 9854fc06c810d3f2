import { Migration } from '@mikro-orm/migrations';

/** Who holds which land, what the district is under the Act, the forms on file, and the yearly campaign for them. */
export class Migration0006Land extends Migration {
  override up(): void {
    this.addSql(register);
    this.addSql(forms);
    this.addSql(campaign);
  }
}

const register = `
create table district_standing (
  from_on date primary key,
  district text not null,
  applicability text not null check (applicability in ('discretionary', 'prior-law', 'exempt')),
  withdrawn_on date,
  contract_procedure boolean not null default false,
  source text not null
);
create table landholder (
  id text primary key,
  name text not null,
  holder text not null check (holder in ('individual', 'entity', 'trust', 'public-entity', 'religious', 'farm-operator')),
  recipient text not null check (recipient in ('qualified', 'limited', 'prior-law')),
  water_by_1981 boolean not null default false,
  prior_law text check (prior_law in ('individual', 'married-couple', 'entity')),
  household_of text references landholder (id) check (household_of <> id),
  household_role text check (household_role in ('spouse', 'dependent')),
  household_since date,
  trust_written boolean,
  trust_revocable_by text references landholder (id),
  signers text[] not null default '{}',
  recordable_contract_acres numeric(12, 4) check (recordable_contract_acres >= 0),
  language text not null default 'en',
  email text,
  phone text,
  mailing_address text not null,
  account_number text references account (number),
  check ((household_of is null) = (household_role is null)),
  check (holder = 'trust' or (trust_written is null and trust_revocable_by is null))
);
create index landholder_household on landholder (household_of) where household_of is not null;
create table landholder_interest (
  holder_id text not null references landholder (id),
  in_id text not null references landholder (id) check (in_id <> holder_id),
  share numeric(20, 18) not null check (share > 0 and share <= 1),
  from_on date not null,
  until_on date check (until_on >= from_on),
  primary key (holder_id, in_id, from_on)
);
create table parcel (
  number text primary key,
  district text not null,
  acres numeric(12, 4) not null check (acres > 0),
  land_class int not null default 1 check (land_class between 1 and 6),
  exempt boolean not null default false,
  exempt_because text not null default '',
  route text,
  turnout text
);
create table class_equivalency (
  district text not null,
  land_class int not null check (land_class between 1 and 6),
  from_on date not null,
  class1_ratio numeric(9, 6) not null check (class1_ratio > 0 and class1_ratio <= 1),
  source text not null,
  primary key (district, land_class, from_on)
);
create table land_record (
  id uuid primary key,
  parcel_number text not null references parcel (number),
  landholder_id text not null references landholder (id),
  tenure text not null check (tenure in ('owned', 'leased')),
  share numeric(20, 18) not null check (share > 0 and share <= 1),
  operator_id text references landholder (id),
  from_public_entity boolean not null default false,
  acquired_involuntarily_on date,
  from_on date not null,
  until_on date check (until_on >= from_on),
  unique (parcel_number, landholder_id, tenure, from_on)
);
create index land_record_landholder on land_record (landholder_id);
create table parcel_delivery (
  parcel_number text not null references parcel (number),
  form_year int not null,
  expected_on date,
  delivered_on date,
  primary key (parcel_number, form_year)
);
`;

const forms = `
create table rra_form (
  id uuid primary key,
  landholder_id text not null references landholder (id),
  form text not null,
  form_year int not null,
  received_on date not null,
  accepted_on date check (accepted_on >= received_on),
  legal_hold boolean not null default false,
  legal_hold_because text not null default '',
  reclamation_keeps_through date,
  shelf text,
  case_id uuid references cases (id),
  unique (landholder_id, form, form_year, received_on)
);
create index rra_form_landholder on rra_form (landholder_id, form_year);
`;

/** A filing is a landholder's answer for one year: whether they must file, and the case that was opened for it. */
const campaign = `
create table rra_campaign (
  form_year int primary key check (form_year between 1997 and 2100),
  asked_by text not null,
  started_at timestamptz not null,
  planned_at timestamptz,
  planned int not null default 0,
  opened int not null default 0,
  not_required int not null default 0,
  rate int not null check (rate > 0),
  finished_at timestamptz,
  last_opened_at timestamptz,
  fault text
);
create table rra_filing (
  form_year int not null,
  landholder_id text not null references landholder (id),
  must_file boolean not null,
  details jsonb not null,
  case_id uuid references cases (id),
  opened_at timestamptz,
  fault text,
  primary key (form_year, landholder_id)
);
create index rra_filing_to_open on rra_filing (form_year, landholder_id) where must_file and case_id is null and fault is null;
create unique index rra_filing_case on rra_filing (case_id) where case_id is not null;
create index cases_rra on cases ((details->>'landholder'), (details->>'formYear')) where type = 'rra-certification';
create index cases_rra_parcels on cases using gin ((details->'parcels')) where type = 'rra-certification';
create index cases_form_year on cases ((details->>'formYear'), opened_at desc, id desc) where type = 'rra-certification';
`;
