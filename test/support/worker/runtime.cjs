const { isBuiltin } = require('node:module');
const { dirname, isAbsolute, join, resolve, sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');
const { shares } = require('./environment.cjs');

const root = resolve(__dirname, '../../..');
const SHARED = ['src', 'migrations', 'node_modules', join('test', 'support')].map((folder) => join(root, folder) + sep);

/** Holds the modules that the end-to-end files of this jest worker share; it is never torn down. */
let keeper;

/**
 * Loads a test file and the helpers beside it anew each time; what lies in `SHARED`, loaded once, is as it was for the file
 * before. So a worker compiles and evaluates the application once and not a hundred times.
 */
module.exports = class WorkerRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    const [testPath, globalConfig] = args.slice(6);
    if (!shares(testPath, globalConfig)) return;
    keeper ??= new Runtime(...args);
    this.keeper = keeper;
  }

  requireModuleOrMock(from, name) {
    if (this.keeper && isShared(from, name)) return this.keeper.requireModuleOrMock(from, name);
    return super.requireModuleOrMock(from, name);
  }

  /** Asked for once, before anything is loaded: hence both, as they will be. */
  getSourceMaps() {
    const own = super.getSourceMaps();
    if (!this.keeper) return own;
    const shared = this.keeper.getSourceMaps();
    return {
      get: (file) => own.get(file) ?? shared.get(file),
      *[Symbol.iterator]() {
        yield* shared;
        yield* own;
      },
    };
  }
};

function isShared(from, name) {
  if (isBuiltin(name) || name === '@jest/globals') return false;
  if (!name.startsWith('.') && !isAbsolute(name)) return true; // a package
  const path = resolve(dirname(from), name);
  return SHARED.some((folder) => path.startsWith(folder));
}
