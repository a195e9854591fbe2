const ALL = ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.e2e-spec.ts', '<rootDir>/test/**/*.spec.ts'];
const FAULTS = '/test/faults/';
const SCREENS = '[/-]pages?\\.e2e-spec\\.ts$';
/** Which suite is run: `scripts/test.mjs`. */
const suite = process.env.TEST_SUITE;
const leftOut = { faults: [], screens: [FAULTS], all: [] }[suite] ?? [FAULTS, SCREENS];

/** @type {import('jest').Config} */
module.exports = {
  testMatch:
    { faults: ['<rootDir>/test/faults/**/*.e2e-spec.ts'], screens: ['<rootDir>/test/**/*page?(s).e2e-spec.ts'] }[
      suite
    ] ?? ALL,
  testPathIgnorePatterns: [
    '/node_modules/',
    ...leftOut,
    // Screens need a Chromium, which `npm test` looks for; with CI set their absence is a failure.
    ...(process.env.TEST_CHROMIUM || process.env.CI ? [] : [SCREENS]),
    // As psql shows them; with CI set its absence is a failure.
    ...(process.env.TEST_PSQL || process.env.CI ? [] : ['/plans\\.e2e-spec\\.ts$']),
    // Mail by other programs, which `npm run test:faults` installs; with CI set their absence is a failure.
    ...(process.env.TEST_MAIL_PROGRAMS || process.env.CI ? [] : ['/mail/programs-[\\w-]+\\.e2e-spec\\.ts$']),
    // A full disk is a small one that is mounted, which `npm test` tries: few users may.
    ...(process.env.TEST_MOUNT ? [] : ['/full-disk\\.e2e-spec\\.ts$']),
  ],
  // The end-to-end files of a worker share the modules of the application, which cost more to load than most files to run.
  testEnvironment: '<rootDir>/test/support/worker/environment.cjs',
  runtime: '<rootDir>/test/support/worker/runtime.cjs',
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Nest's packages are ES modules: compiled for jest as our own code is.
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@borewit|@kubernetes|@tokenizer|file-type|strtok3|token-types|uint8array-extras|cookie|content-disposition|jose|mercurius|oauth4webapi|openid-client|quick-lru|temporal-polyfill|temporal-utils|temporal-spec)/)',
  ],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/register-worker.ts'],
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB', // of heap, looked at between two files: with the rest a worker stays below 1 GB
  logHeapUsage: true, // for the list at the end
  testTimeout: 120_000, // for what hangs; how fast a machine is decides nothing
  reporters: ['default', '<rootDir>/test/support/worker/slowest.cjs'],
  // A failed start may leave a connection behind; the run must end all the same.
  forceExit: true,
};
