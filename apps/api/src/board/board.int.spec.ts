import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
  const cases = [];
  for (const priority of ['low', 'normal', 'high', 'urgent']) cases.push(await office.openCase({ priority }));
  const [first, second, third] = cases;
  await office.handOff(first.id);
  await office.ask('specialist2', 'POST', `/cases/${second.id}/hold`, { reason: 'waiting' });
  await office.ask('specialist2', 'POST', `/cases/${third.id}/assign`, { assignee: 'specialist1' });
  office.moveTo('2027-04-20T17:00:00.000Z');
  await office.ask('specialist2', 'POST', `/cases/${third.id}/resolve`, { outcome: 'usual-use', note: 'late' });
  await office.ask('specialist2', 'POST', `/cases/${third.id}/reopen`, { reason: 'again' });
  await office.openCase();
});
afterAll(() => office?.close());

interface Figure {
  value: number;
  query: string;
}

const figuresIn = (value: unknown, path = ''): [string, Figure][] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('value' in value && 'query' in value) return [[path, value as Figure]];
  return Object.entries(value).flatMap(([name, inner]) => figuresIn(inner, `${path}/${name}`));
};

describe('the managers’ board', () => {
  it.each(['today', 'week', 'month', 'quarter', 'year', '30d'])(
    'opens from every number of %s exactly what it counts',
    async (period) => {
      const board = (await office.ask('manager', 'GET', `/dashboard?period=${period}`)).json();
      const figures = figuresIn(board);
      expect(figures.length).toBeGreaterThan(30);
      for (const [name, { value, query }] of figures) {
        const list = await office.ask('manager', 'GET', `${query}&limit=100`);
        expect([name, list.json().items?.length]).toEqual([name, value]);
      }
    },
  );

  it('tells what is late, what is held, and what was kept and broken', async () => {
    const { risk, flow, waitingOn, compliance } = (
      await office.ask('manager', 'GET', '/dashboard?period=month')
    ).json();
    expect(risk).toMatchObject({
      open: { value: 4 },
      onHold: { value: 1 },
      breached: { value: 3 },
      unassigned: { value: 4 },
    });
    expect(flow).toMatchObject({ opened: { value: 5 }, reopened: { value: 1 } });
    expect(waitingOn).toMatchObject({ operations: { value: 1 } });
    expect(compliance['first-response']).toMatchObject({ breached: { value: 1 } });
  });

  it('shows the breached filter exactly the cases with a breached clock', async () => {
    const all = (await office.ask('manager', 'GET', '/cases?limit=100')).json().items;
    for (const state of ['breached', 'paused']) {
      const expected = all.filter(({ clocks }: { clocks: { state: string }[] }) =>
        clocks.some((clock) => clock.state === state),
      );
      const listed = (await office.ask('manager', 'GET', `/cases?limit=100&clock=${state}`)).json().items;
      expect(listed).toEqual(expected);
    }
  });
});
