import { appendFileSync, readFileSync } from 'node:fs';

/**
 * Writes a process down for the runner, which ends it when the run ends in whatever way. Call it right after each `spawn`.
 * Without effect where jest was not started by `npm test`.
 */
export function register(pid: number | undefined): void {
  const file = process.env.TEST_CHILDREN;
  if (!file || pid === undefined) return;
  const identity = identify(pid);
  if (identity) appendFileSync(file, `${JSON.stringify(identity)}\n`);
}

/** The pid with its start time, as `identify` of `scripts/lib/processes.mjs`; null when it does not run. */
export function identify(pid: number): { pid: number; started: string } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    if (fields[0] === 'Z') return null;
    return { pid, started: `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}` };
  } catch {
    return process.platform === 'linux' ? null : { pid, started: '' }; // then the pid alone decides
  }
}
