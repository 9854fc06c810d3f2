import type { CaseState } from '@headgate/domain/case';
import { type Kysely, sql } from 'kysely';
import { FoldedCases } from '../reading/folded-cases.ts';

/** Which of the running cases under a policy are meant; all where nothing is said. */
export interface MoveFilter {
  readonly type?: string | undefined;
  readonly queue?: string | undefined;
  readonly priority?: string | undefined;
  readonly from?: number | undefined;
}

const AT_ONCE = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const version = sql`substring(policy from '@([0-9]+)$')::int`;

/** Cases that run by another version of the policy than `to`. Nothing that has ended is among them. */
export const runningUnder = (policy: string, to: number, filter: MoveFilter) => sql`
  status in ('open', 'on-hold') and policy like ${`${policy.replaceAll(/[\\%_]/g, '\\$&')}@%`} and policy <> ${`${policy}@${to}`}
  and (${filter.type ?? null}::text is null or type = ${filter.type ?? null})
  and (${filter.queue ?? null}::text is null or queue = ${filter.queue ?? null})
  and (${filter.priority ?? null}::text is null or priority = ${filter.priority ?? null})
  and (${filter.from ?? null}::int is null or ${version} = ${filter.from ?? null}::int)`;

/** The same, folded, in order of id. */
export async function* casesRunningUnder(
  db: () => Kysely<unknown>,
  policy: string,
  to: number,
  filter: MoveFilter,
): AsyncGenerator<CaseState[]> {
  for (let after: string | undefined = BEFORE_ALL; after; ) {
    const { rows } = await sql<{ id: string; seq: number }>`
      select id, seq from cases where ${runningUnder(policy, to, filter)} and id > ${after}::uuid
       order by id limit ${AT_ONCE}`.execute(db());
    if (rows.length > 0) yield [...(await new FoldedCases().of(db(), rows)).values()];
    after = rows.at(-1)?.id;
  }
}

/** Lists the cases of a move, each with the version that it comes from. Answers how many there are. */
export async function listForMove(
  db: Kysely<unknown>,
  moveId: string,
  policy: string,
  to: number,
  filter: MoveFilter,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into policy_move_case (move_id, case_id, number, from_version)
    select ${moveId}::uuid, id, number, ${version} from cases where ${runningUnder(policy, to, filter)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
