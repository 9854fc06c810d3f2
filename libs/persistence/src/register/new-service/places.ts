import type { CaseState } from '@headgate/domain/case';
import { applicationOf, askedOf } from '@headgate/domain/cases/new-service';
import { type Kysely, sql } from 'kysely';

/** No other account has a meter of this serial number in place. */
export async function isMeterFree(db: Kysely<unknown>, state: CaseState): Promise<boolean> {
  const { meter } = applicationOf(state);
  const { rows } = await sql`
    select from meter where serial = ${meter?.serial ?? ''} and removed_on is null`.execute(db);
  return rows.length === 0;
}

export interface Place {
  readonly route: string;
  readonly sequence: number;
}

const stride = 10;

/** A place at the end of the shortest route of the kind; the desk moves it to where the reader passes. */
export async function freePlace(db: Kysely<unknown>, state: CaseState): Promise<Place> {
  const kind = askedOf(state).use === 'agricultural' ? 'A' : 'R';
  const { rows } = await sql<{ route: string; last: number }>`
    select route, max(sequence) as last from service_location where route like ${`${kind}%`}
     group by route order by count(*), route limit 1`.execute(db);
  const [found] = rows;
  return found ? { route: found.route, sequence: found.last + stride } : { route: `${kind}01`, sequence: stride };
}
