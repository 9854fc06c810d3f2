import { Migration } from '@mikro-orm/migrations';

/** Whether a case stands breached is said by its own row, so that the list of breached cases reads no clocks. */
export class Migration0011Breaches extends Migration {
  override up(): void {
    this.addSql(`
alter table cases rename column at_risk_at to breached_at;
update cases c set breached_at =
  (select min(k.due_at) from clock k where k.case_id = c.id and k.state in ('breached', 'running'));
create index cases_breached on cases (breached_at) where breached_at is not null;
`);
  }
}
