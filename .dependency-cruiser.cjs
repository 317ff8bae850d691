/** The dependency rules of the house: arrows not listed here are refused. */
const { floorRules } = require('./scripts/house/rooms.cjs');

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(electron|renderer|db|tests|proofs|scripts)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    ...floorRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('contract-is-a-leaf', '^electron/contract/', '^electron/contract/'),
    {
      name: 'contract-imports-zod-only',
      severity: 'error',
      from: { path: '^electron/contract/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    only('main-sees-contract-only', '^electron/main/', '^electron/(main|contract)/'),
    only('preload-sees-contract-only', '^electron/preload/', '^electron/(preload|contract)/'),
    {
      name: 'preload-takes-types-only',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { path: '^electron/contract/', dependencyTypesNot: ['type-only'] },
    },
    only('renderer-sees-contract-only', '^renderer/', '^(renderer|electron/contract)/'),
    {
      name: 'renderer-never-reaches-node-or-sqlite',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: 'better-sqlite3|drizzle-orm|node_modules/electron/', reachable: true },
    },
    {
      name: 'renderer-no-node-core',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-parts-below-features',
      severity: 'error',
      from: { path: '^renderer/(ui|lib|i18n|bridge)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    only('db-sees-contract-only', '^db/', '^(db|electron/contract)/'),
    { name: 'db-knows-no-electron', severity: 'error', from: { path: '^db/' }, to: { path: 'node_modules/electron/' } },
    only('estimator-is-pure', '^db/estimator/', '^db/estimator/'),
    {
      name: 'estimator-needs-matrices-only',
      severity: 'error',
      from: { path: '^db/estimator/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/ml-matrix/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^db/.*/rules\\.ts$' },
      to: { path: '^db/(store|ground/schema)/|drizzle-orm|better-sqlite3' },
    },
    {
      // What another engine replaces is reached through the types of the store, its settings, rights and audit.
      name: 'rooms-do-not-reach-into-the-store',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/(store|entry|accounts/session)/' },
      to: {
        path: '^db/store/',
        pathNot: '^db/store/((types|engineRecords|settings|leaveWorkspace)\\.ts$|audit/|rights/)',
      },
    },
    {
      name: 'dayjs-is-for-mantine-only',
      comment: 'Dates are the work of date-fns; Mantine finds the names of months in the locales of dayjs.',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/dayjs/', pathNot: 'node_modules/dayjs/locale/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { pathNot: '^(tests|proofs)/' },
      to: { path: '^(tests|proofs)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|demo-output)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
