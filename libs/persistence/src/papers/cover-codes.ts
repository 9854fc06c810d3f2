import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { coverCodePrefix, type SheetReader } from '@headgate/domain/papers';
import { type Kysely, sql } from 'kysely';

const KEY = 'cover-sheet-key';
/** Crockford's: no letter that is taken for a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_LETTERS = 12;

/**
 * What a cover sheet's bar code says: the case number and a check by the office's own key, so that nobody files papers
 * with a case by printing a number. It tells nothing of a person.
 */
export class CoverCodes implements SheetReader {
  private readonly key: Buffer;

  private constructor(key: Buffer) {
    this.key = key;
  }

  /** With the key of this office, which is made the first time that one is asked for. */
  static async of(db: Kysely<unknown>): Promise<CoverCodes> {
    await sql`insert into installation (key, value) values (${KEY}, ${randomBytes(32).toString('hex')})
      on conflict (key) do nothing`.execute(db);
    const { rows } = await sql<{ value: string }>`select value from installation where key = ${KEY}`.execute(db);
    return new CoverCodes(Buffer.from(rows[0]?.value ?? '', 'hex'));
  }

  codeOf(caseNumber: string): string {
    return `${coverCodePrefix}${caseNumber}.${this.checkOf(caseNumber)}`;
  }

  readonly isOurs = (code: string): boolean => code.startsWith(coverCodePrefix);

  readonly numberIn = (code: string): string | null => {
    const [, number, check] = /^HG1\.([A-Z]{2}-\d{4}-\d{1,12})\.([0-9A-Z]{12})$/.exec(code) ?? [];
    if (!number || !check) return null;
    return timingSafeEqual(Buffer.from(check), Buffer.from(this.checkOf(number))) ? number : null;
  };

  /** 60 bits of HMAC-SHA256. */
  private checkOf(caseNumber: string): string {
    const hash = createHmac('sha256', this.key).update(coverCodePrefix).update(caseNumber).digest();
    return Array.from({ length: CHECK_LETTERS }, (_, index) => letters[(hash[index] ?? 0) & 31]).join('');
  }
}
