import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this process may mount a file system: else there is no disk that could really be full. */
export function mayMount() {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-mount-'));
  const run = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  try {
    return run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder) && run('umount', folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
