import { Migration } from '@mikro-orm/migrations';

/** Each intake asks what is collected and disputed on its account: answered without reading the account's other cases. */
export class Migration0004Collection extends Migration {
  override up(): void {
    this.addSql(`
create index cases_open_on_account on cases (account_number, type) where status in ('open', 'on-hold');
create index cases_disputing on cases (account_number)
  where collection_bar = 'dispute' and status in ('open', 'on-hold');
`);
  }
}
