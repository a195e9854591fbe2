const { TestEnvironment } = require('jest-environment-node');

/** The one world of this jest worker's end-to-end files. */
let world;

/** What jest-circus leaves in a world: a file that inherited it would report on the file before. */
const OF_ONE_FILE = ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES', 'WAIT_BEFORE_RETRY', 'RETRY_IMMEDIATELY'];

/**
 * The globals of a test file. End-to-end files of a worker share them, so that the application is loaded once (`runtime.cjs`);
 * every other file has its own, as jest means it.
 */
module.exports = class WorkerEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (!shares(context.testPath, config.globalConfig)) super(config, context);
    else if (world) return world.renew();
    else {
      super(config, context);
      world = this;
    }
  }

  async teardown() {
    if (this !== world) return super.teardown();
    this.fakeTimersModern.useRealTimers();
    return undefined;
  }

  renew() {
    for (const name of OF_ONE_FILE) delete this.global[Symbol.for(name)];
    return this;
  }
};

/** Whether the file shares its worker's world: end-to-end ones do, unless jest watches, when what was loaded grows stale. */
function shares(testPath, { watch, watchAll }) {
  return testPath.endsWith('.e2e-spec.ts') && !watch && !watchAll;
}

module.exports.shares = shares;
