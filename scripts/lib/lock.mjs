import { mkdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, isAlive, sleep, StartError } from './processes.mjs';

const TAKEOVER_MS = 10_000;

/**
 * Runs `work` while holding an exclusive lock file, so that one process of this project does it at a time. A lock whose
 * owner is gone is taken over. `onWait(pid)` is told once when somebody else holds it.
 * @throws StartError when the lock is not free within `timeoutMs`
 */
export async function withLock(file, work, { timeoutMs = 180_000, onWait } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const end = Date.now() + timeoutMs;
  let told = false;
  while (!take(file)) {
    const owner = ownerOf(file);
    if (owner === 'gone') clear(file);
    else if (owner && !told && onWait) {
      told = true;
      onWait(owner.pid);
    }
    if (Date.now() > end) throw new StartError(`${file} has been held for too long by process ${owner?.pid ?? '?'}.`);
    await sleep(owner === 'gone' ? 5 : 100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, JSON.stringify(identify(process.pid)), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The owner, null when it cannot be told at the moment, 'gone' when the lock is a dead process's. */
function ownerOf(file) {
  try {
    const text = readFileSync(file, 'utf8');
    if (text) {
      const owner = JSON.parse(text);
      return isAlive(owner) ? owner : 'gone';
    }
    // Created, not written yet: a matter of microseconds, unless its process died in between.
    return Date.now() - statSync(file).mtimeMs > TAKEOVER_MS ? 'gone' : null;
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Removes a dead owner's lock. Two may see it dead: under a second lock it is looked at again before it goes. */
function clear(file) {
  const guard = `${file}.takeover`;
  try {
    if (Date.now() - statSync(guard).mtimeMs > TAKEOVER_MS) unlinkSync(guard);
  } catch {
    // No guard there: the usual case.
  }
  if (!take(guard)) return;
  try {
    if (ownerOf(file) === 'gone') unlinkSync(file);
  } finally {
    unlinkSync(guard);
  }
}
