import { spawn } from 'node:child_process';
import { cpSync, rmSync, watch } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkPort, fill, isReady, portNumber, wantsDemo } from './lib/application.mjs';
import { run, stopSignal } from './lib/children.mjs';
import { compile, isSource } from './lib/dev-compiler.mjs';
import { dataFolder, launch, loadEnv, say, unlessStopped } from './lib/launch.mjs';
import { checkNode, prepare } from './lib/prepare.mjs';
import { waitFor } from './lib/processes.mjs';
import { serveWeb } from './lib/web-dev.mjs';
import { acquireServices, endOrphans, root } from './lib/services.mjs';

/** An editor saves one file by several events, and several files at once. */
const GATHER_MS = 80;
const STOP_MS = 250;
const READY_MS = 60_000;
const HELP =
  '  t test/commerce/orders   runs the tests of a path\n  r                        restarts\n  Ctrl-C                   stops\n';

/** A copy of what is built, so that tests build into `dist` meanwhile. */
const dist = join(root, '.data', 'dev', 'dist');

const changed = new Set();
let changedAt = 0;
let server = null;
let restart = false;
let types = null;
let untyped = false;
let web = null;

launch(async () => {
  checkNode();
  loadEnv();
  const port = portNumber();
  const dataDir = dataFolder();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: String(wantsDemo()), DRAIN_MS: '0' };
  await endOrphans(dataDir);
  await checkPort(port);
  await prepare({ build: true, say });
  unlessStopped();
  rmSync(dist, { recursive: true, force: true });
  cpSync(join(root, 'dist'), dist, { recursive: true });
  for (const folder of ['src', 'migrations']) {
    watch(join(root, folder), { recursive: true }, (_, path) => onChange(join(folder, path)));
  }
  const services = await acquireServices({ dataDir, postgres: !env.DATABASE_URL, redis: !env.REDIS_URL, say });
  try {
    env.DATABASE_URL ||= services.databaseUrl;
    env.REDIS_URL ||= services.redisUrl;
    env.PUBLIC_URL ||= await services.agreeOn(`http://localhost:${port}`);
    const logins = await fill(env, dist);
    web = await serveWeb(port);
    say(`\n${logins}\n\nThe web application, drawn anew at each saved change: ${web.url}\n\n${HELP}`);
    createInterface({ input: process.stdin }).on('line', onLine);
    changedAt = Date.now();
    while (!stopSignal()) await serve(env, port, services);
    return 0;
  } finally {
    types?.kill();
    await web?.close();
    await services.release();
  }
});

function onChange(path) {
  if (!isSource(path)) return;
  types?.kill(); // a start comes first
  changed.add(path);
  changedAt = Date.now();
  stopServer();
}

function onLine(line) {
  const [command, ...paths] = line.trim().split(/\s+/);
  if (command === 'r') {
    restart = true;
    changedAt = Date.now();
    stopServer();
  } else if (command === 't') {
    spawn(process.execPath, ['scripts/test.mjs', ...paths], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  } else if (command) {
    say(HELP);
  }
}

function stopServer() {
  const child = server;
  server = null;
  child?.kill('SIGTERM');
  if (child) setTimeout(() => child.kill('SIGKILL'), STOP_MS).unref();
}

/** Compiles what has changed and serves until something changes again. */
async function serve(env, port, services) {
  if (!(await compileChanged(env))) return untilChange();
  const since = changedAt;
  let ended = false;
  const onStart = async (child) => {
    services.keep(child.pid);
    if (changed.size > 0 || restart) return child.kill('SIGKILL'); // changed again meanwhile
    server = child;
    const ready = await waitFor(() => ended || stopSignal() || isReady(env.HOST, port), READY_MS);
    if (!ready || ended || stopSignal()) return;
    say(`Ready at http://localhost:${port} (${seconds(since)} s).`);
    if (untyped) checkTypes();
  };
  const { code } = await run(process.execPath, ['--enable-source-maps', join(dist, 'src/main.js')], {
    cwd: root,
    env,
    onStart,
  });
  ended = true;
  if (stopSignal() || changed.size > 0 || restart) return;
  server = null;
  say(`The server ended by itself (exit code ${code}). It starts again with the next change.`);
  await untilChange();
}

/** Answers whether the application can start. */
async function compileChanged(env) {
  restart = false;
  while (changed.size > 0 && Date.now() - changedAt < GATHER_MS) await sleep(GATHER_MS / 4);
  const paths = [...changed];
  changed.clear();
  if (paths.length === 0) return true;
  say(`Changed: ${paths.join(', ')}`);
  try {
    await compile(paths, dist);
    if (paths.some((path) => path.startsWith('migrations/'))) await fill(env, dist);
    untyped = true;
    return true;
  } catch (error) {
    unlessStopped();
    say(error.message);
    return false;
  }
}

async function untilChange() {
  while (changed.size === 0 && !restart && !stopSignal()) await sleep(GATHER_MS);
}

/** Once the server is up, which does not wait for it; a newer change takes its place. */
function checkTypes() {
  untyped = false;
  types?.kill();
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [tsc, '--noEmit', '-p', 'tsconfig.json'], { cwd: root });
  types = child;
  let output = '';
  child.stdout.on('data', (bytes) => (output += bytes));
  setPriority(child.pid, 10);
  child.once('close', (code) => {
    if (child === types && code !== null) say(code === 0 ? 'The types are good.' : output.trimEnd());
  });
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);
