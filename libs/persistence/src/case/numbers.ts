import { type Kysely, sql } from 'kysely';

const BLOCK = 50;

/**
 * Case numbers, taken from the database in blocks so that an intake needs no round trip for its number.
 * A number is never given twice; a process that stops leaves a gap.
 */
export class CaseNumbers {
  private next = 0;
  private end = 0;
  private refill: Promise<void> | null = null;

  /** The next number of the year in which the case is opened: `HG-2027-000123`. */
  async take(db: Kysely<unknown>, openedAt: string): Promise<string> {
    while (this.next >= this.end) {
      this.refill ??= this.takeBlock(db).finally(() => {
        this.refill = null;
      });
      await this.refill;
    }
    const serial = this.next++;
    return `HG-${openedAt.slice(0, 4)}-${String(serial).padStart(6, '0')}`;
  }

  private async takeBlock(db: Kysely<unknown>): Promise<void> {
    const { rows } = await sql<{ block: string }>`select nextval('case_number_block') as block`.execute(db);
    const block = Number(rows[0]?.block);
    this.next = (block - 1) * BLOCK + 1;
    this.end = this.next + BLOCK;
  }
}
