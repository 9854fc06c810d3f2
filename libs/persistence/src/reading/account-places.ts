import { type Kysely, sql } from 'kysely';

/** Where a crew goes, and which meter it finds there. */
export interface AccountPlace {
  readonly accountNumber: string;
  readonly customerName: string;
  readonly serviceAddress: string;
  readonly accessNote: string;
  readonly route: string;
  readonly sequence: number;
  readonly meterSerial: string | null;
  readonly meterSize: string | null;
}

const FRESH_FOR_MS = 5_000;
const KEPT = 5_000;

/** The places of accounts, kept for seconds: a list of tasks asks for the same ones again and again. */
export class AccountPlaces {
  private readonly known = new Map<string, { place: AccountPlace | null; at: number }>();

  async of(db: Kysely<unknown>, numbers: readonly string[]): Promise<Map<string, AccountPlace>> {
    const now = performance.now();
    const missing = [...new Set(numbers)].filter(
      (number) => (this.known.get(number)?.at ?? -Infinity) < now - FRESH_FOR_MS,
    );
    if (missing.length > 0) this.keep(missing, await load(db, missing), now);
    const found = numbers.map((number) => [number, this.known.get(number)?.place ?? null] as const);
    return new Map(found.filter((entry): entry is [string, AccountPlace] => entry[1] !== null));
  }

  private keep(asked: readonly string[], places: readonly AccountPlace[], at: number): void {
    if (this.known.size > KEPT) this.known.clear();
    for (const number of asked) {
      this.known.set(number, { place: places.find((place) => place.accountNumber === number) ?? null, at });
    }
  }
}

async function load(db: Kysely<unknown>, numbers: readonly string[]): Promise<AccountPlace[]> {
  const { rows } = await sql<AccountPlace>`
    select distinct on (a.number) a.number as "accountNumber", u.name as "customerName", l.address as "serviceAddress",
           l.access_note as "accessNote", l.route, l.sequence, m.serial as "meterSerial", m.size as "meterSize"
      from account a join customer u on u.id = a.customer_id join service_location l on l.id = a.location_id
      left join meter m on m.account_number = a.number and m.removed_on is null
     where a.number = any(${numbers}::text[]) order by a.number, m.set_on desc nulls last`.execute(db);
  return rows;
}
