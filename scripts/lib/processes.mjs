import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';

/** A failure whose message is all a user needs; it is shown as one line, without a stack. */
export class StartError extends Error {}

/** Waits `ms` milliseconds. */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs `check` every 50 ms until it answers something truthy; null after `timeoutMs`. */
export async function waitFor(check, timeoutMs) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await check();
    if (answer) return answer;
    if (Date.now() > end) return null;
    await sleep(50);
  }
}

/** Who runs under `pid`: the pid with its start time, so that a later process with the same number differs; or null. */
export function identify(pid) {
  const started = startedAt(pid);
  return started === null ? null : { pid, started };
}

/** Whether the very process of `identity` still runs. Where start times cannot be read, the pid alone decides. */
export function isAlive(identity) {
  if (!identity) return false;
  const started = startedAt(identity.pid);
  return started !== null && (!started || !identity.started || started === identity.started);
}

/** The command line of `pid`, arguments joined by blanks; '' when it cannot be read. */
export function commandOf(pid) {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Sends a signal; a process that is gone already is fine. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** A free loopback port: `preferred` when nobody listens there, else one the system picks. */
export async function freePort(preferred) {
  if (preferred && !(await listenError(preferred, '127.0.0.1'))) return preferred;
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The error code one gets for listening on the port (EADDRINUSE, EACCES, …), null when it is free. */
export function listenError(port, host) {
  return new Promise((resolve) => {
    const server = createServer().once('error', (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** Opens a log for appending, mode 600; one past 5 MB is set aside as `.old` first. */
export function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > 5e6) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

/** The last `count` lines of what was added to a log after byte `from`, indented for the terminal. */
export function tail(file, from = 0, count = 12) {
  try {
    const lines = readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n');
    return lines
      .slice(-count)
      .map((line) => `  | ${line}`)
      .join('\n');
  } catch {
    return '';
  }
}

/** The size of an open file, in bytes. */
export const sizeOf = (fd) => fstatSync(fd).size;

/** Closes a file descriptor. */
export const close = (fd) => closeSync(fd);

/** null: no such process; '': it runs, its start time is unknown. The boot id keeps two boots apart. */
function startedAt(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (existsSync('/proc/self/stat')) {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      if (fields[0] === 'Z') return null;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch (error) {
    if (error.code === 'ENOENT' && error.path?.startsWith('/proc/')) return null;
    return canSignal(pid) ? '' : null;
  }
}

function canSignal(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
