const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** Each layer of core imports only itself and those before it. */
const LAYERS = ['kernel', 'data', 'web', 'realtime', 'outbound', 'tabular', 'fast', 'module'];

const layerRules = LAYERS.slice(0, -1).map((layer, at) => ({
  name: `core-${layer}-knows-no-later-layer`,
  comment: `core/ is built in layers: ${LAYERS.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/core/${layer}/` },
  to: { path: `^src/core/(${LAYERS.slice(at + 1).join('|')})/` },
}));

/** A module imports those that its manifest says it uses, and no other. */
const moduleRules = manifests('src/modules').map(({ folder, name, uses }) => ({
  name: `${name}-uses-what-its-manifest-says`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^src/modules/[^/]+/([^/]+)/', pathNot: `^src/modules/[^/]+/(${[name, ...uses].join('|')})/` },
}));

/** Read as text, so that nothing has to be built: `name` and `uses` are literals. */
function manifests(root) {
  return readdirSync(root, { recursive: true })
    .filter((path) => path.endsWith('.manifest.ts'))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const uses = /^  uses: \[([^\]]*)\]/m.exec(text)[1];
      return {
        folder: join(root, path, '..'),
        name: /^  name: '([^']+)'/m.exec(text)[1],
        uses: [...uses.matchAll(/'([^']+)'/g)].map(([, used]) => used),
      };
    });
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...moduleRules,
    {
      name: 'only-the-public-face',
      comment: 'A module is imported by its index.ts alone.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+/[^/]+)/' },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/[^/]+/index\\.ts$'] },
    },
    {
      name: 'only-the-public-face-from-outside',
      comment: 'So does the composition root.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/[^/]+/index\\.ts$' },
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
