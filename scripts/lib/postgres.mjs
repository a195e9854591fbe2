import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
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
import { binaries, once, plainEnv, singleUser } from './postgres-programs.mjs';
import { dropForeignPid, isReady, postmaster } from './postmaster.mjs';
import { readJson, secret, writePrivate } from './secret.mjs';
import { unprivileged } from './unprivileged.mjs';

const START_MS = 120_000; // recovery after a crash is part of it
const USER = 'atrium';
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '10min' };

/**
 * The embedded Postgres below `dataDir`: `start()` answers `{ url }` of a ready server (one that already runs is taken
 * over), `stop()` ends it. Callers hold the services' lock. `throwaway` trades durability for speed.
 */
export function postgres({ root, dataDir, throwaway = false }) {
  const data = join(dataDir, 'postgres');
  const log = join(dataDir, 'log', 'postgres.log');
  const secretFile = join(dataDir, 'postgres.secret');
  const stateFile = join(dataDir, 'run', 'postgres.json');

  async function start() {
    const url = (port) => `postgres://${USER}:${secret(secretFile).value}@127.0.0.1:${port}/atrium`;
    // One that is starting or stopping is waited for.
    await waitFor(async () => !postmaster(data) || (await isReady(data)), START_MS);
    const running = await isReady(data);
    if (running) {
      if (!existsSync(secretFile)) throw new StartError(`Postgres runs, yet its password file ${secretFile} is gone.`);
      return { url: url(running.port) };
    }
    const bin = binaries(root);
    const user = unprivileged(bin.postgres, data, dataDir);
    const password = secret(secretFile);
    if (!existsSync(data)) await initialise(bin, user, password.value);
    else if (password.fresh) singleUser(bin, user, data, [`ALTER ROLE ${USER} PASSWORD '${password.value}'`]);
    return { url: url(await serve(bin, user)) };
  }

  /** Builds the cluster aside and renames it when complete, so that an interrupted start leaves nothing half-made. */
  async function initialise(bin, user, password) {
    const fresh = `${data}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
    user.own(fresh);
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const auth = ['--auth-host=scram-sha-256', '--auth-local=peer'];
    const sync = throwaway ? ['--no-sync'] : [];
    once(user, bin.initdb, ['-D', fresh, '-U', USER, ...locale, ...auth, ...sync]);
    // The password goes in by stdin: it never shows in a process list, nor in a file another user could read.
    singleUser(bin, user, fresh, [`ALTER ROLE ${USER} PASSWORD '${password}'`, 'CREATE DATABASE atrium']);
    renameSync(fresh, data);
  }

  async function serve(bin, user) {
    dropForeignPid(data);
    const port = await freePort(readJson(stateFile).port);
    const settings = { ...SETTINGS, port, ...(throwaway ? THROWAWAY : {}), ...sharedMemory() };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const [command, args, ids] = user.wrap(bin.postgres, ['-D', data, ...flags]);
    const out = openLog(log);
    const from = sizeOf(out);
    const child = spawn(command, args, {
      ...ids,
      cwd: '/',
      env: plainEnv(),
      detached: true,
      stdio: ['ignore', out, out],
    });
    close(out);
    let ended = false;
    child.once('error', () => (ended = true)).once('exit', () => (ended = true));
    child.unref();
    const ready = await waitFor(async () => ended || (await isReady(data)), START_MS);
    if (ended || !ready) {
      if (!ended) await stop();
      throw new StartError(`Postgres did not start; the end of ${log}:\n${tail(log, from)}`);
    }
    writePrivate(stateFile, JSON.stringify({ port }));
    return port;
  }

  /** Ends the server: fast (clients are cut off, data is written), then immediate, then by force. */
  async function stop() {
    const found = postmaster(data);
    if (!found) return;
    const identity = identify(found.pid);
    for (const [name, timeoutMs] of [
      ['SIGINT', 30_000],
      ['SIGQUIT', 10_000],
      ['SIGKILL', 5_000],
    ]) {
      signal(found.pid, name);
      if (await waitFor(() => !isAlive(identity), timeoutMs)) return;
    }
  }

  return { start, stop };
}

/** Postgres' own choice, /dev/shm, is too small in many containers. */
function sharedMemory() {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks < 256 * 2 ** 20 ? { dynamic_shared_memory_type: 'mmap' } : {};
  } catch {
    return process.platform === 'linux' ? { dynamic_shared_memory_type: 'mmap' } : {};
  }
}
