import { inOrder, inShort, rehearsed, scenariosIn } from '@headgate/testing/scenarios';
import { describe, expect, it } from '@jest/globals';

const folder = new URL('./scenarios/', import.meta.url);
const histories = new URL('./histories/', import.meta.url);
const scenarios = await scenariosIn(folder);

describe('RRA certification, from its opening to each of its endings', () => {
  it.each(scenarios.map((file) => [file.scenario.title ?? file.name, file] as const))(
    '%s',
    async (_title, file) => {
      const { expected } = file;
      const found = inShort(await rehearsed(file, histories));
      expect(found.outcome).toBe(expected.outcome);
      expect(found.letters).toEqual(expected.letters);
      expect(found.tasks).toEqual(expected.tasks);
      expect(inOrder(found.events, expected.events ?? [])).toEqual(expected.events ?? []);
      if (expected.escalations) expect(found.escalations).toEqual(expected.escalations);
    },
    120_000,
  );
});
