import { Migration } from '@mikro-orm/migrations';

/** What lists and boards need of the record beside what commands need. */
export class Migration0003Lists extends Migration {
  override up(): void {
    this.addSql(`
alter table clock add column at_risk_at timestamptz;
create index clock_breached on clock (case_id) where state = 'breached';
create index clock_paused on clock (case_id) where state = 'paused';
create index clock_at_risk on clock (at_risk_at) where state = 'running';
create index cases_priority on cases
  ((case priority when 'low' then 1 when 'normal' then 2 when 'high' then 3 else 4 end), id);
create index session_expires_at on session (expires_at);
`);
  }
}
