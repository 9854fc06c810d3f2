import { readdirSync } from 'node:fs';
import { historiesIn } from '@headgate/testing/scenarios';
import { workflowBundle } from '@headgate/worker';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';

/** A replay takes every outcome from the history: what it asks for must only be known by name. */
const known = ['look', 'proceed', 'recordFact', 'tick', 'caughtUp', 'deliver'];
const neverCalled = async () => {
  throw new Error('a replay performs nothing');
};
const activities = Object.fromEntries(known.map((name) => [name, neverCalled]));

const cases = new URL('./cases/', import.meta.url);
const types = readdirSync(cases);

beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('WARN') });
});

describe('the workflows of today on the histories of yesterday', () => {
  it.each(types)(
    '%s replays every stored history',
    async (type) => {
      const stored = await historiesIn(new URL(`${type}/histories/`, cases));
      expect(stored.length).toBeGreaterThan(0);
      const options = { workflowBundle: await workflowBundle(), activities };
      const histories = stored.map(({ name, history }) => ({ workflowId: name, history: historyFromJSON(history) }));
      const replayed: string[] = [];
      for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
        expect([workflowId, error]).toEqual([workflowId, undefined]);
        replayed.push(workflowId);
      }
      expect(replayed.sort()).toEqual(stored.map(({ name }) => name).sort());
    },
    120_000,
  );

  it('refuses a history that another procedure made', async () => {
    const [first] = await historiesIn(new URL('high-consumption/histories/', cases));
    const history = JSON.parse(JSON.stringify(first?.history).replaceAll('"core_local_activity"', '"core_patch"'));
    const options = { workflowBundle: await workflowBundle(), activities };
    const replay = Worker.runReplayHistory(options, historyFromJSON(history), 'planted');
    await expect(replay).rejects.toThrow(DeterminismViolationError);
  }, 60_000);
});
