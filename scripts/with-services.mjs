import { run } from './lib/children.mjs';
import { dataFolder, launch, loadEnv, unlessStopped } from './lib/launch.mjs';
import { checkNode, prepare } from './lib/prepare.mjs';
import { StartError } from './lib/processes.mjs';
import { acquireServices, root } from './lib/services.mjs';

launch(async () => {
  const words = process.argv.slice(2);
  const build = words[0] === '--build';
  if (build) words.shift();
  const [command, ...args] = words.slice(words[0] === '--' ? 1 : 0);
  if (!command) throw new StartError('Usage: node scripts/with-services.mjs [--build] -- <command> [arguments]');
  checkNode();
  loadEnv();
  await prepare({ build, say: toStderr });
  unlessStopped();
  const dataDir = dataFolder();
  const env = { ...process.env, DATA_DIR: dataDir };
  const needs = { postgres: !env.DATABASE_URL, redis: !env.REDIS_URL };
  const services = await acquireServices({ dataDir, ...needs, say: toStderr });
  try {
    unlessStopped();
    env.DATABASE_URL ||= services.databaseUrl;
    env.REDIS_URL ||= services.redisUrl;
    const onStart = (child) => services.keep(child.pid);
    return (await run(command, args, { cwd: root, env, ownGroup: false, onStart })).code;
  } catch (error) {
    if (error.code === 'ENOENT' && error.path === command) throw new StartError(`There is no command "${command}".`);
    throw error;
  } finally {
    await services.release();
  }
});

/** The command's own output stays alone on stdout. */
function toStderr(line) {
  console.error(line);
}
