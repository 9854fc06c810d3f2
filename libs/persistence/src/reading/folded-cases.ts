import { type CaseEvent, type CaseState, foldCase } from '@headgate/domain/case';
import type { Queue } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';

/** Where a case stands: enough to know whether a folded state is still the newest. */
export interface CaseHead {
  readonly id: string;
  readonly seq: number;
}

interface EventColumns {
  case_id: string;
  seq: number;
  type: string;
  at: Date | string;
  actor: unknown;
  data: unknown;
}

const KEPT = 2_000;

/**
 * Cases folded from their events. A state belongs to (case, sequence) for good, so that one which was folded before is
 * taken from the shelf; clocks are never kept: they are read from the state at the instant of asking.
 */
export class FoldedCases {
  private readonly shelf = new Map<string, CaseState>();

  /** The states of these cases, each at the sequence that its row has or later. */
  async of(db: Kysely<unknown>, heads: readonly CaseHead[]): Promise<Map<string, CaseState>> {
    const missing = heads.filter((head) => (this.shelf.get(head.id)?.seq ?? -1) < head.seq).map((head) => head.id);
    const found = missing.length > 0 ? await load(db, missing) : [];
    for (const state of found) this.keep(state);
    const fresh = new Map(found.map((state) => [state.id, state]));
    return new Map(heads.map(({ id }) => [id, (fresh.get(id) ?? this.shelf.get(id)) as CaseState]));
  }

  /** A state that was just written needs no folding when it is read next. */
  keep(state: CaseState): void {
    if ((this.shelf.get(state.id)?.seq ?? -1) > state.seq) return;
    this.shelf.delete(state.id);
    this.shelf.set(state.id, state);
    if (this.shelf.size > KEPT) this.shelf.delete(this.shelf.keys().next().value as string);
  }
}

/** The cases opened in a time, in order of id and so many at once, folded from their events. */
export async function* casesOpened(
  db: () => Kysely<unknown>,
  from: Instant,
  before: Instant,
  atOnce: number,
): AsyncGenerator<CaseState[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string }>`
      select id from cases where opened_at >= ${from}::timestamptz and opened_at < ${before}::timestamptz and id > ${after}::uuid
       order by id limit ${atOnce}`.execute(db());
    const last = rows.at(-1);
    if (!last) return;
    yield await load(
      db(),
      rows.map(({ id }) => id),
    );
    after = last.id;
  }
}

async function load(db: Kysely<unknown>, ids: readonly string[]): Promise<CaseState[]> {
  const { rows } = await sql<EventColumns>`
    select case_id, seq, type, at, actor, data from case_event where case_id = any(${ids}::uuid[])
     order by case_id, seq`.execute(db);
  const byCase = Map.groupBy(rows, (row) => row.case_id);
  return [...byCase].map(([id, events]) => foldCase(id, events.map(eventOf)));
}

const eventOf = ({ seq, type, at, actor, data }: EventColumns): CaseEvent =>
  ({ seq, type, at: instant(at), actor, data }) as unknown as CaseEvent;

export interface SeenHead extends CaseHead {
  readonly involved: readonly Queue[];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const caseNumber = /^[A-Z]{2}-\d{4}-\d{1,12}$/;

/** The head of a case by its id or its number; null when there is none, or when the text can be neither. */
export async function findCase(db: Kysely<unknown>, idOrNumber: string): Promise<SeenHead | null> {
  const wanted = uuid.test(idOrNumber)
    ? sql`id = ${idOrNumber}::uuid`
    : caseNumber.test(idOrNumber)
      ? sql`number = ${idOrNumber}`
      : null;
  if (!wanted) return null;
  const { rows } = await sql<SeenHead>`select id, seq, involved from cases where ${wanted}`.execute(db);
  return rows[0] ?? null;
}

export interface TaskOwner extends SeenHead {
  readonly taskId: string;
}

/** The case to which a task belongs. */
export async function findTask(db: Kysely<unknown>, taskId: string): Promise<TaskOwner | null> {
  if (!uuid.test(taskId)) return null;
  const { rows } = await sql<TaskOwner>`
    select t.id as "taskId", c.id, c.seq, c.involved from task t join cases c on c.id = t.case_id
     where t.id = ${taskId}::uuid`.execute(db);
  return rows[0] ?? null;
}
