import { type Action, maySee, type Role, roleMay, roles } from '@headgate/domain/people';
import { demoStaff } from '@headgate/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Method, openOffice, type TestOffice } from '../testing/office.ts';
import { describeApi } from './openapi.ts';

interface Route {
  readonly method: Method;
  readonly path: string;
  readonly action: Action | 'signed-in' | undefined;
}

let office: TestOffice;
let routes: Route[];
let ours: { caseId: string; taskId: string };

beforeAll(async () => {
  office = await openOffice();
  const { id: caseId } = await office.openCase();
  ours = { caseId, taskId: await office.handOff(caseId) };
  routes = Object.entries(describeApi(office.app).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Method,
      path: path.replace('/api/v1', ''),
      action: (operation as { 'x-allows'?: Route['action'] })['x-allows'],
    })),
  );
});
afterAll(() => office?.close());

const leaders: Partial<Record<Role, string>> = Object.fromEntries(
  demoStaff.map(({ role, username }) => [role, username]),
);
const asked = ({ path }: Route) =>
  path
    .replace('/tasks/{id}', `/tasks/${ours.taskId}`)
    .replace('{id}', ours.caseId)
    .replace('{metric}', 'resolve')
    .replace(/\{\w+\}/, 'none');
const safe = ({ path }: Route) => path !== '/stream' && path !== '/sessions/current';

describe('every route of the API’s own description (A12)', () => {
  it('is named there with the action that it allows, or is anonymous', () => {
    const anonymous = routes.filter(({ action }) => action === undefined).map(({ path }) => path);
    expect(anonymous.sort()).toEqual(['/health/live', '/health/ready', '/sessions']);
    expect(routes.length).toBeGreaterThan(35);
  });

  it('answers nobody who is not signed in', async () => {
    for (const route of routes.filter(({ action }) => action !== undefined)) {
      const response = await office.send({ method: route.method, url: `/api/v1${asked(route)}` });
      expect([route.method, route.path, response.statusCode]).toEqual([route.method, route.path, 401]);
    }
  });

  it.each(roles)('lets %s do what the table of roles allows, and nothing else', async (role) => {
    for (const route of routes.filter(
      (each) => each.action !== undefined && each.action !== 'signed-in' && safe(each),
    )) {
      const payload = route.method === 'GET' || route.path.startsWith('/imports') ? undefined : { nonsense: true };
      const response = await office.ask(leaders[role] as string, route.method, asked(route), payload);
      const refused = response.statusCode === 403;
      expect([route.method, route.path, refused]).toEqual([
        route.method,
        route.path,
        !roleMay(role, route.action as Action),
      ]);
    }
  });

  it.each(roles)('hides from %s the cases and tasks of departments that are not theirs', async (role) => {
    const seen = maySee(role, ['customer-service', 'operations']);
    const ofCases = routes.filter(
      ({ path, action }) => /^\/(cases|tasks)\/\{id\}/.test(path) && roleMay(role, action as Action),
    );
    for (const route of ofCases.filter(({ method }) => method === 'GET')) {
      const response = await office.ask(leaders[role] as string, route.method, asked(route));
      const answer = response.statusCode === 200 ? 200 : response.json().code;
      // The case is seen, but it never came to an order of which there could be a certificate.
      const found = route.path.endsWith('/shut-off-certificate') ? 'no-order' : 200;
      expect([route.path, answer]).toEqual([route.path, seen ? found : expect.stringMatching(/^unknown-(case|task)$/)]);
    }
    const { items } = (await office.ask(leaders[role] as string, 'GET', '/cases')).json();
    const { items: tasks } = (await office.ask(leaders[role] as string, 'GET', '/tasks')).json();
    expect([items.length, tasks.length]).toEqual(seen ? [1, 1] : [0, 0]);
  });

  it('lets a crew that may not know of a case not act on it either', async () => {
    const note = { channel: 'note', body: 'I was not here', visibility: 'internal' };
    const acts: [string, unknown][] = [
      [`/cases/${ours.caseId}/messages`, note],
      [`/cases/${ours.caseId}/happenings`, { kind: 'withdrawn', data: { reason: 'x' } }],
      [`/tasks/${ours.taskId}/claim`, {}],
      [`/tasks/${ours.taskId}/complete`, { outcome: {} }],
      [`/tasks/${ours.taskId}/return`, { reason: 'x' }],
    ];
    for (const [path, body] of acts) {
      expect([path, (await office.ask('accounting', 'POST', path, body)).statusCode]).toEqual([path, 404]);
    }
  });
});
