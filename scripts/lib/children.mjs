import { spawn } from 'node:child_process';
import { signal } from './processes.mjs';

const SAME_KEYSTROKE_MS = 1000;

/** The children that run now: the server or a step before it, and beside it the build of the web application. */
const running = new Set();
let stoppedBy = null;
let stoppedAt = 0;
let forced = false;

/** The signal that asked this launcher to stop, else null. */
export const stopSignal = () => stoppedBy;

/**
 * Listens to Ctrl-C, SIGTERM and SIGHUP for the whole life of the launcher: the running children are told once, a second
 * Ctrl-C ends it by force, a third one ends the launcher. One keystroke may arrive twice (from the terminal and from
 * npm), so what follows within a second is the same one.
 */
export function watchSignals() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => onSignal(name));
  // A SIGTERM to npm ends the shell between npm and us, and nobody tells us.
  const shell = process.ppid;
  const lost = () => process.ppid !== shell && !stoppedBy && onSignal('SIGTERM');
  if (process.env.npm_lifecycle_event) setInterval(lost, 300).unref();
}

function onSignal(name) {
  const now = Date.now();
  if (stoppedBy && now - stoppedAt < SAME_KEYSTROKE_MS) return;
  stoppedAt = now;
  if (!stoppedBy) {
    stoppedBy = name;
    // A child in the launcher's own group was told by the terminal already.
    for (const { child, ownGroup } of running) if (ownGroup || name !== 'SIGINT') child.kill(name);
    return;
  }
  const own = [...running].filter(({ ownGroup }) => ownGroup);
  if (running.size === 0 || forced) process.exit(130);
  forced = own.length > 0;
  for (const { child } of own) signal(-child.pid, 'SIGKILL');
}

/**
 * Runs a program until it ends; answers `{ code, output }`. In a group of its own (the default) it hears of Ctrl-C
 * through the launcher only; with `ownGroup: false` it keeps the terminal. With `quiet` its output is kept instead of shown.
 * `onStart(child)` is called once it runs; a stop asked for before that ends it at once.
 */
export function run(command, args, { quiet = false, ownGroup = true, onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : [ownGroup ? 'ignore' : 'inherit', 'inherit', 'inherit'];
    const child = spawn(command, args, { stdio, detached: ownGroup, ...options });
    const mine = { child, ownGroup };
    let output = '';
    running.add(mine);
    child.stdout?.on('data', (bytes) => (output += bytes));
    child.stderr?.on('data', (bytes) => (output += bytes));
    child.once('error', (error) => {
      running.delete(mine);
      reject(error);
    });
    child.once('close', (code, killedBy) => {
      running.delete(mine);
      resolve({ code: code ?? 128 + (NUMBERS[killedBy] ?? 1), output });
    });
    child.once('spawn', () => {
      if (stoppedBy) child.kill(stoppedBy);
      else onStart?.(child);
    });
  });
}

const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

/** The exit code of a launcher that was stopped by `name` before it had a server. */
export const exitCodeOf = (name) => 128 + (NUMBERS[name] ?? 1);
