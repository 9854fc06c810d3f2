import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScenario, rehearseAndGo, type Scenario, type TimelineEntry, type World } from '@headgate/worker';

/** A scenario of a case type, with what it expects of the record at its end. */
export interface ScenarioFile {
  readonly name: string;
  readonly scenario: Scenario;
  readonly expected: Expectation;
}

export interface Expectation {
  readonly outcome: string | null;
  readonly letters?: readonly string[];
  readonly tasks?: readonly string[];
  /** Types of events that must be there, in this order, others between them. */
  readonly events?: readonly string[];
  readonly escalations?: readonly (readonly [metric: string, level: string, dueAt: string])[];
}

/** What a rehearsal's timeline says of the same. */
export function inShort(timeline: readonly TimelineEntry[]): Required<Expectation> {
  const all = (event: string) =>
    timeline.filter((entry) => entry.event === event).map(({ data }) => data as Record<string, unknown>);
  return {
    outcome: (all('case-resolved').at(-1)?.outcome as string | undefined) ?? null,
    letters: all('message-queued')
      .filter((data) => data.audience === 'customer')
      .map((data) => String(data.template)),
    tasks: all('task-opened').map((data) => String(data.kind)),
    events: timeline.map(({ event }) => event),
    escalations: all('escalated').map((data) => [String(data.metric), String(data.level), String(data.dueAt)]),
  };
}

/** The types in `wanted` that `events` has in the same order. */
export function inOrder(events: readonly string[], wanted: readonly string[]): string[] {
  let from = 0;
  return wanted.filter((type) => {
    const found = events.indexOf(type, from);
    if (found === -1) return false;
    from = found + 1;
    return true;
  });
}

export async function scenariosIn(folder: URL): Promise<ScenarioFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return await Promise.all(
    names.map(async (name) => {
      const scenario = readScenario(JSON.parse(await readFile(join(fileURLToPath(folder), name), 'utf8')));
      return { name: name.slice(0, -5), scenario, expected: scenario.expect as unknown as Expectation };
    }),
  );
}

/** Rehearses, and keeps the workflow's history beside the scenario when HEADGATE_KEEP_HISTORIES is set. */
export async function rehearsed({ name, scenario }: ScenarioFile, histories: URL) {
  return await rehearseAndGo(scenario, async (world) => {
    if (process.env.HEADGATE_KEEP_HISTORIES) await keepHistory(world, name, histories);
  });
}

async function keepHistory(world: World, name: string, histories: URL): Promise<void> {
  await mkdir(histories, { recursive: true });
  for (const history of await world.histories()) {
    await writeFile(new URL(`${name}.json`, histories), `${history}\n`);
  }
}

export async function historiesIn(folder: URL): Promise<{ name: string; history: unknown }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return await Promise.all(
    names.map(async (name) => ({ name, history: JSON.parse(await readFile(new URL(name, folder), 'utf8')) })),
  );
}
