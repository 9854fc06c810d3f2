// Who may import whom. scripts/import-rules.int.spec.ts plants a fault against each of these rules and sees it refused.
// Tests, their steps and the oracles that they are measured by.
const specs = ['\\.(spec|steps)\\.tsx?$', '/oracle/', '^apps/[^/]+/src/testing/'];
const npm = (...names) => `^node_modules/(${names.join('|')})/`;
const SQL = npm('pg', 'kysely', '@mikro-orm/[^/]+');

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'Law and arithmetic stand on data alone: zod, decimal.js and the date library, no clock, no input or output.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: specs },
      to: { pathNot: ['^libs/domain/', npm('zod', 'decimal\\.js', 'temporal-polyfill')] },
    },
    {
      name: 'dates-in-one-place',
      comment: 'The date library is known to time and calendar alone; all others take instants and dates from them.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['^libs/domain/src/(time|calendar)/', ...specs] },
      to: { path: npm('temporal-polyfill', 'luxon', 'date-fns') },
    },
    {
      name: 'workflows-are-deterministic',
      comment:
        'Procedures are replayed: they know the domain, the types of activities and @temporalio/workflow, nothing else.',
      severity: 'error',
      from: { path: '^libs/workflows/', pathNot: specs },
      to: { pathNot: ['^libs/(workflows|domain)/', npm('@temporalio/workflow')] },
    },
    {
      name: 'workflows-take-types-alone',
      comment:
        'Each workflow evaluates what it imports anew: of the domain it takes types, never code. With the law in it a case took 150 ms to begin.',
      severity: 'error',
      from: { path: '^libs/workflows/src/', pathNot: specs },
      to: { path: '^libs/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'case-types-stand-alone',
      comment:
        'One case type never imports another; what two need stands in libs/domain/src/<subject> or in the kernel.',
      severity: 'error',
      from: { path: '^libs/(domain|workflows)/src/cases/([^/]+)/' },
      to: { path: '^libs/(domain|workflows)/src/cases/[^/]+/', pathNot: '^libs/(domain|workflows)/src/cases/$2/' },
    },
    {
      name: 'api-runs-no-worker',
      comment: 'The API answers from PostgreSQL alone; the worker and the procedures are another program.',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: specs },
      to: { path: [npm('@temporalio/worker', '@temporalio/workflow'), '^apps/worker/', '^libs/workflows/'] },
    },
    {
      name: 'api-opens-no-pdf',
      comment:
        'What came from outside is opened in the worker alone, in a thread that may die; the API hands out bytes.',
      severity: 'error',
      from: { path: ['^apps/api/', '^libs/(persistence|letters)/'], pathNot: specs },
      to: { path: ['^libs/scans/', npm('mupdf', 'zxing-wasm')] },
    },
    {
      name: 'web-knows-only-the-contract',
      comment: 'The desk runs in a browser and speaks HTTP; of the libraries it may know the pure domain.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: specs },
      to: { path: ['^libs/', '^apps/(api|worker)/'], pathNot: '^libs/domain/' },
    },
    {
      name: 'only-persistence-touches-sql',
      comment:
        'There is one way that a record changes; nobody else speaks SQL. Rehearsal only makes and drops its database.',
      severity: 'error',
      from: {
        path: '^(libs|apps)/',
        pathNot: ['^libs/(persistence|testing)/', '^apps/worker/src/rehearsal/database\\.ts$', ...specs],
      },
      to: { path: SQL },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'Apps are put together from libraries. Only the test library may drive an app.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/testing/', ...specs] },
      to: { path: '^apps/' },
    },
    {
      name: 'tests-stay-tests',
      comment: 'What runs in production imports neither specs nor the test library.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['^libs/testing/', ...specs] },
      to: { path: [...specs, '^libs/testing/'] },
    },
    {
      name: 'no-circles',
      comment: 'Files that import each other in a circle are one file that does not admit it.',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-resolves',
      comment: 'An import that leads nowhere would escape all rules above.',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    exclude: { path: ['(^|/)dist/'] },
    doNotFollow: { path: '^node_modules/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
