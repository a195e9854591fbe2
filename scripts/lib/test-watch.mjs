// Outlives a test runner that is killed by force: ends what its tests have started, and the servers that nobody uses.
import { isAlive, sleep } from './processes.mjs';
import { acquireServices, endOrphans } from './services.mjs';
import { endChildren } from './test-children.mjs';

const [runner, file, dataDir] = process.argv.slice(2);
const identity = JSON.parse(runner);
while (isAlive(identity)) await sleep(250);
endChildren(file);
await endOrphans(dataDir);
// Joins nothing and leaves: the last one to leave stops the servers.
const services = await acquireServices({
  dataDir,
  postgres: false,
  redis: false,
  throwaway: true,
  say: () => undefined,
});
await services.release();
