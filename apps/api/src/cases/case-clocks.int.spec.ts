import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
let id: string;
beforeAll(async () => {
  office = await openOffice();
  ({ id } = await office.openCase());
});
afterAll(() => office?.close());

const asked = (path: string, by = 'specialist2') => office.ask(by, 'GET', `/cases/${id}/clocks/${path}`);

describe('why a clock stands where it stands', () => {
  it('is told in segments that add up, for each visit of a hand-off too', async () => {
    const taskId = await office.handOff(id);
    office.moveTo('2027-04-07T20:30:00.000Z');
    for (const path of ['resolve/explain', `hand-off/explain?scope=${taskId}`, 'resolve/explain?cycle=1']) {
      const { clock, countedSeconds, uncountedSeconds, segments } = (await asked(path)).json();
      expect(countedSeconds).toBe(clock.elapsedSeconds);
      expect(countedSeconds + uncountedSeconds).toBe(
        (Date.parse('2027-04-07T20:30:00Z') - Date.parse(clock.startedAt)) / 1000,
      );
      expect(segments.map(({ reason }: { reason: string }) => reason)).toContain('outside office hours');
    }
  });

  it('is unknown for a clock that the case does not have, and wrong for a cycle that is none', async () => {
    for (const path of ['patience/explain', 'resolve/explain?cycle=7', 'hand-off/explain?scope=nobody'])
      expect((await asked(path)).statusCode).toBe(404);
    const wrong = await asked('resolve/explain?cycle=none');
    expect([wrong.statusCode, wrong.json().errors[0].path]).toEqual([400, 'cycle']);
  });

  it('is known to those who may know of the case', async () => {
    expect((await asked('resolve/explain', 'accounting')).statusCode).toBe(404);
    expect((await asked('resolve/explain', 'manager')).statusCode).toBe(200);
  });
});
