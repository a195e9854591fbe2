import { join } from 'node:path';
import { run, stopSignal } from './lib/children.mjs';
import { dataFolder, launch, loadEnv, say, unlessStopped } from './lib/launch.mjs';
import { withLock } from './lib/lock.mjs';
import { checkNode, prepare } from './lib/prepare.mjs';
import { listenError, StartError, waitFor } from './lib/processes.mjs';
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
  await prepare({ build: true, say });
  unlessStopped();
  const services = await acquireServices({ dataDir, postgres: !env.DATABASE_URL, redis: !env.REDIS_URL, say });
  try {
    env.DATABASE_URL ||= services.databaseUrl;
    env.REDIS_URL ||= services.redisUrl;
    // Links lead to the first of the instances that run on this data, and its tokens are good at all of them.
    if (env.NODE_ENV !== 'production') env.PUBLIC_URL ||= await services.agreeOn(`http://localhost:${port}`);
    const logins = await withLock(join(dataDir, 'run', 'migrate.lock'), () => fill(env));
    unlessStopped();
    return await serve({ env, port, logins, began, services });
  } finally {
    await services.release();
  }
});

/** Migrates, and fills the demo when it is wanted; answers the lines that name the demo's logins. */
async function fill(env) {
  unlessStopped();
  await cli('migrate', env);
  unlessStopped();
  return env.DEMO === 'true' ? (await cli('demo', env)).trim() : '';
}

async function cli(command, env) {
  const { code, output } = await run(process.execPath, ['dist/src/cli.js', command], { cwd: root, env, quiet: true });
  unlessStopped();
  if (code) throw new StartError(output.trim() || `\`cli.js ${command}\` failed with exit code ${code}.`);
  return output;
}

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

async function isReady(host, port) {
  const name = !host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  try {
    return (await fetch(`http://${name}:${port}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
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

function portNumber() {
  const text = process.env.PORT || '8000';
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new StartError('PORT must be a number from 1 to 65535.');
}

async function checkPort(port) {
  const code = await listenError(port, process.env.HOST || '0.0.0.0');
  if (code === 'EADDRINUSE') throw new StartError(`Port ${port} is taken; choose another: PORT=${port + 1} npm start`);
  if (code) throw new StartError(`Cannot listen on the address of HOST, port ${port}: ${code}.`);
}

/** On unless switched off; in production off unless switched on. */
function wantsDemo() {
  const value = process.env.DEMO?.toLowerCase();
  return process.env.NODE_ENV === 'production' ? value === 'true' : value !== 'false';
}
