/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'only-the-public-face',
      comment: 'A module is imported by its index.ts alone.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'only-the-public-face-from-outside',
      comment: 'So does the composition root.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'core-knows-no-module',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/modules/' },
    },
    {
      name: 'no-cycles',
      comment: 'Entities may be mutual.',
      severity: 'error',
      from: { pathNot: '/entities/' },
      to: { circular: true },
    },
    {
      name: 'arrows-as-drawn',
      comment: 'docs/architecture.md draws which module may know which; these know none.',
      severity: 'error',
      from: { path: '^src/modules/(users|catalog|mail|logs|gateway)/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'mfa-knows-users-alone',
      comment: 'Sessions are auth’s, which knows mfa.',
      severity: 'error',
      from: { path: '^src/modules/identity/mfa/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/(mfa|users)/' },
    },
    {
      name: 'audit-knows-users-alone',
      severity: 'error',
      from: { path: '^src/modules/identity/audit/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/(audit|users)/' },
    },
    {
      name: 'orders-know-users-catalog-mail-tasks',
      severity: 'error',
      from: { path: '^src/modules/commerce/orders/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/(orders|users|catalog|mail|tasks)/' },
    },
    {
      name: 'school-knows-users-mail-files-tasks',
      severity: 'error',
      from: { path: '^src/modules/school/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/(school|users|mail|files|tasks)/' },
    },
    {
      name: 'files-know-users-alone',
      severity: 'error',
      from: { path: '^src/modules/content/files/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/(files|users)/' },
    },
    {
      name: 'chat-knows-users-files-school',
      severity: 'error',
      from: { path: '^src/modules/communication/chat/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/(chat|users|files|school)/' },
    },
    {
      name: 'tasks-know-users-mail-files',
      severity: 'error',
      from: { path: '^src/modules/platform/tasks/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/(tasks|users|mail|files)/' },
    },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/pages/' }, // scripts of browsers
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'import', 'default', 'types'],
    },
  },
};
