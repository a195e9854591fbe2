import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import {
  close,
  freePort,
  identify,
  isAlive,
  openLog,
  signal,
  sizeOf,
  StartError,
  tail,
  waitFor,
} from './processes.mjs';
import { readJson, secret, writePrivate } from './secret.mjs';
import { installByApt, which } from './system.mjs';

const START_MS = 60_000; // reading a large append-only file is part of it

/**
 * A private Redis (or Valkey) below `dataDir`: `start()` answers `{ url }` of a ready server (one that already runs is
 * taken over), `stop()` ends it. Callers hold the services' lock. `throwaway` keeps nothing on disk.
 */
export function redis({ dataDir, throwaway = false, say = () => {} }) {
  const folder = join(dataDir, 'redis');
  const log = join(dataDir, 'log', 'redis.log');
  const stateFile = join(dataDir, 'run', 'redis.json');
  const configFile = join(dataDir, 'redis.conf');
  const password = () => secret(join(dataDir, 'redis.secret')).value;

  async function start() {
    const url = (port) => `redis://:${password()}@127.0.0.1:${port}`;
    const state = readJson(stateFile);
    const timeoutMs = isAlive(state.process) ? START_MS : 0;
    if (state.port && (await waitFor(() => isReady(state.port), timeoutMs))) return { url: url(state.port) };
    await stop(); // one that hangs, or is on its way down, must be gone before another opens its files
    const program = findProgram() ?? install(say);
    const port = await freePort(state.port);
    mkdirSync(folder, { recursive: true });
    writePrivate(configFile, config(port));
    // The port first: should this process die now, the next one finds the server there by its password.
    writePrivate(stateFile, JSON.stringify({ port }));
    await serve(program, port);
    return { url: url(port) };
  }

  function config(port) {
    const durable = throwaway ? ['appendonly no'] : ['appendonly yes', 'appendfsync everysec'];
    return [
      `port ${port}`,
      'bind 127.0.0.1',
      'protected-mode yes',
      `requirepass ${password()}`,
      `dir "${folder}"`,
      'daemonize no',
      'save ""',
      'maxmemory-policy noeviction',
      ...durable,
      '',
    ].join('\n');
  }

  async function serve(program, port) {
    const out = openLog(log);
    const from = sizeOf(out);
    const child = spawn(program, [configFile], { cwd: folder, detached: true, stdio: ['ignore', out, out] });
    close(out);
    let ended = false;
    child.once('error', () => (ended = true)).once('exit', () => (ended = true));
    child.unref();
    if (child.pid) writePrivate(stateFile, JSON.stringify({ port, process: identify(child.pid) }));
    const ready = await waitFor(async () => ended || (await isReady(port)), START_MS);
    if (ended || !ready) {
      if (!ended) await stop();
      throw new StartError(`Redis did not start; the end of ${log}:\n${tail(log, from)}`);
    }
  }

  const isReady = async (port) => /^\+OK\r\n\+PONG/.test(await talk(port, `AUTH ${password()}\r\nPING\r\n`));

  /** Ends the server: by its own SHUTDOWN, then by force. */
  async function stop() {
    const { port, process: identity } = readJson(stateFile);
    if (!port) return;
    const gone = async () => !isAlive(identity) && !(await isReady(port));
    if (await gone()) return;
    await talk(port, `AUTH ${password()}\r\nSHUTDOWN\r\n`);
    if (await waitFor(gone, 15_000)) return;
    if (isAlive(identity)) signal(identity.pid, 'SIGKILL');
    await waitFor(gone, 5_000);
  }

  return { start, stop };
}

/** Sends inline commands and answers what came back within two seconds; '' when nobody listens. */
function talk(port, commands) {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 });
    const done = () => {
      socket.destroy();
      resolve(said);
    };
    socket.once('connect', () => socket.write(commands));
    socket.on('data', (bytes) => {
      said += bytes;
      if (said.split('\r\n').length > 2) done();
    });
    socket.once('error', done).once('timeout', done).once('close', done);
  });
}

function findProgram() {
  return which('redis-server', 'valkey-server');
}

/** Where it needs no question (root with apt), installs the system's package; else says what to type. */
function install(say) {
  installByApt('redis-server', say);
  const program = findProgram();
  if (program) return program;
  throw new StartError(`Redis is missing: ${howToInstall()} (or set REDIS_URL), then start again.`);
}

function howToInstall() {
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  if (process.platform === 'darwin') return 'type `brew install redis`';
  if (which('apt-get')) return `type \`${sudo}apt-get install -y redis-server\``;
  if (which('dnf')) return `type \`${sudo}dnf install -y valkey\``;
  if (which('apk')) return `type \`${sudo}apk add redis\``;
  return 'install redis or valkey by your package manager';
}
