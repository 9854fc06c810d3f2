import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { AccountPage } from './accounts/AccountPage.tsx';
import { AdministrationPage } from './administration/AdministrationPage.tsx';
import { BoardPage } from './board/BoardPage.tsx';
import { CasePage } from './case/CasePage.tsx';
import { IntakePage } from './intake/IntakePage.tsx';
import { queueSearch } from './queue/filters.ts';
import { QueuePage } from './queue/QueuePage.tsx';
import { RraPage } from './rra/RraPage.tsx';
import { ScansPage } from './scans/ScansPage.tsx';
import { Desk } from './shell/Desk.tsx';
import { Lost } from './shell/Lost.tsx';
import { taskSearch } from './tasks/filters.ts';
import { TasksPage } from './tasks/TasksPage.tsx';

const rootRoute = createRootRoute({ component: Desk, notFoundComponent: Lost });
const at = <const P extends string>(path: P) => ({ getParentRoute: () => rootRoute, path }) as const;
const kept = (search: Record<string, unknown>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.filter((name) => search[name]).map((name) => [name, String(search[name])]));

const home = createRoute({
  ...at('/'),
  beforeLoad: () => {
    throw redirect({ to: '/queue' });
  },
});
const queue = createRoute({ ...at('/queue'), component: QueuePage, validateSearch: queueSearch });
const oneCase = createRoute({ ...at('/cases/$number'), component: CasePage });
const tasks = createRoute({ ...at('/tasks'), component: TasksPage, validateSearch: taskSearch });
const intake = createRoute({
  ...at('/new'),
  component: IntakePage,
  validateSearch: (search: Record<string, unknown>): { account?: string; type?: string } =>
    kept(search, ['account', 'type']),
});
const board = createRoute({
  ...at('/board'),
  component: BoardPage,
  validateSearch: (search: Record<string, unknown>): { period?: string } => kept(search, ['period']),
});
const rra = createRoute({
  ...at('/rra'),
  component: RraPage,
  validateSearch: (search: Record<string, unknown>): { year?: string } => kept(search, ['year']),
});
const scans = createRoute({
  ...at('/scans'),
  component: ScansPage,
  validateSearch: (search: Record<string, unknown>): { scan?: string } => kept(search, ['scan']),
});
const administration = createRoute({
  ...at('/administration'),
  component: AdministrationPage,
  validateSearch: (search: Record<string, unknown>): { part?: string } => kept(search, ['part']),
});
const account = createRoute({ ...at('/accounts/$number'), component: AccountPage });

export const router = createRouter({
  routeTree: rootRoute.addChildren([home, queue, oneCase, tasks, intake, board, rra, scans, administration, account]),
  scrollRestoration: true,
  // Case numbers, account numbers and cursors are text, not JSON: `?account=100001`, no quotes.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
