import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive, signal } from './processes.mjs';

const SUFFIX = '.children';

/** The file in which a run of the tests, by its runner's pid, writes every process that it starts: one JSON identity a line. */
export const childrenFile = (run, pid) => join(run, `${pid}${SUFFIX}`);

/** Ends by force every process of the file and what those have started, also where one is frozen; then the file is gone. */
export function endChildren(file) {
  if (!existsSync(file)) return;
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const roots = lines.map((line) => JSON.parse(line)).filter((one) => one.pid !== process.pid && isAlive(one));
  for (const identity of [...roots, ...descendants(roots.map(({ pid }) => pid))]) {
    if (!isAlive(identity)) continue;
    signal(identity.pid, 'SIGKILL'); // which ends a frozen process too
  }
  rmSync(file, { force: true });
}

/** The same for runs whose runner is gone. */
export function endLostChildren(run) {
  for (const name of readdirSync(run).filter((one) => one.endsWith(SUFFIX))) {
    if (!isAlive(identify(Number.parseInt(name, 10)))) endChildren(join(run, name));
  }
}

function descendants(pids) {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const found = new Set(pids);
  // Until nobody's child is new.
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found]
    .filter((pid) => !pids.includes(pid))
    .map(identify)
    .filter(Boolean);
}
