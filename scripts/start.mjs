import { checkPort, fill, isReady, portNumber, wantsDemo } from './lib/application.mjs';
import { run, stopSignal } from './lib/children.mjs';
import { dataFolder, launch, loadEnv, say, unlessStopped } from './lib/launch.mjs';
import { buildWeb, checkNode, prepare } from './lib/prepare.mjs';
import { waitFor } from './lib/processes.mjs';
import { acquireServices, endOrphans, root } from './lib/services.mjs';

const READY_MS = 60_000;
const PAGES = {
  '/': 'the app',
  '/docs': 'REST, tried in the browser',
  '/graphql': 'GraphQL',
  '/health': 'health',
  '/metrics': 'metrics',
};

launch(async () => {
  const began = Date.now();
  checkNode();
  loadEnv();
  const port = portNumber();
  const dataDir = dataFolder();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: String(wantsDemo()) };

  await endOrphans(dataDir);
  await checkPort(port);
  await prepare({ build: true, web: false, say });
  unlessStopped();
  const web = buildWeb({ say }).catch((error) => error); // while the database begins
  const services = await acquireServices({ dataDir, postgres: !env.DATABASE_URL, redis: !env.REDIS_URL, say });
  try {
    env.DATABASE_URL ||= services.databaseUrl;
    env.REDIS_URL ||= services.redisUrl;
    // Links lead to the first of the instances that run on this data, and its tokens are good at all of them.
    if (env.NODE_ENV !== 'production') env.PUBLIC_URL ||= await services.agreeOn(`http://localhost:${port}`);
    const logins = await fill(env);
    const failure = await web;
    unlessStopped();
    if (failure) throw failure;
    return await serve({ env, port, logins, began, services });
  } finally {
    await services.release();
  }
});

/** Runs the server until it ends; answers its exit code, never 0 when nobody asked it to end. */
async function serve({ env, port, logins, began, services }) {
  let ended = false;
  let late = false;
  const onStart = async (child) => {
    services.keep(child.pid);
    const ready = await waitFor(() => ended || stopSignal() || isReady(env.HOST, port), READY_MS);
    if (ended || stopSignal()) return;
    if (ready) return say(banner(port, logins, Date.now() - began));
    console.error(`The server was not ready within ${READY_MS / 1000} s.`);
    late = true;
    child.kill('SIGTERM');
  };
  const { code } = await run(process.execPath, ['dist/src/main.js'], { cwd: root, env, onStart });
  ended = true;
  if (stopSignal()) return code;
  if (!late) console.error(`The server ended by itself (exit code ${code}).`);
  return code || 1;
}

function banner(port, logins, ms) {
  const pages = Object.entries(PAGES).map(([path, what]) => `  http://localhost:${port}${path.padEnd(10)} ${what}`);
  const demo = logins ? ['', ...logins.split('\n').map((line) => `  ${line}`)] : [];
  return [
    '',
    `Atrium is ready (${(ms / 1000).toFixed(1)} s).`,
    '',
    ...pages,
    ...demo,
    '',
    '  Ctrl-C stops it.',
    '',
  ].join('\n');
}
