import type { TimelineEntry } from '@headgate/worker';
import { afterAll, describe, expect, it } from '@jest/globals';
import { inOrder, inShort, rehearsed, type ScenarioFile, scenariosIn } from './scenarios.ts';

/** A rehearsal starts a world of its own: seconds on a quiet machine, minutes on one that is not. */
const PATIENCE_MS = 240_000;

type More = (scenario: ScenarioFile, timeline: readonly TimelineEntry[]) => void;

/**
 * A test for each scenario in `scenarios/` beside the calling file, rehearsed on the real procedure: it ends, writes and
 * hands off as the scenario expects. `more` looks at what only this case type has.
 */
export async function testEndings(title: string, specUrl: string, more: More = () => {}): Promise<void> {
  const scenarios = await scenariosIn(new URL('./scenarios/', specUrl));
  const histories = new URL('./histories/', specUrl);
  const closing: Promise<unknown>[] = [];
  afterAll(async () => expect(await Promise.all(closing)).toEqual(closing.map(() => undefined)), PATIENCE_MS);
  describe(title, () => {
    it.each(scenarios.map((file) => [file.scenario.title ?? file.name, file] as const))(
      '%s',
      async (_title, file) => {
        const { timeline, closed } = await rehearsed(file, histories);
        closing.push(closed.catch((error: unknown) => error));
        endsAsExpected(file, timeline);
        more(file, timeline);
      },
      PATIENCE_MS,
    );
  });
}

function endsAsExpected({ expected }: ScenarioFile, timeline: readonly TimelineEntry[]): void {
  const found = inShort(timeline);
  expect(found.outcome).toBe(expected.outcome);
  expect(found.letters).toEqual(expected.letters);
  expect(found.tasks).toEqual(expected.tasks);
  expect(inOrder(found.events, expected.events ?? [])).toEqual(expected.events ?? []);
  if (expected.escalations) expect(found.escalations).toEqual(expected.escalations);
}
