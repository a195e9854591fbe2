import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of the first of these programs that is in the PATH; null when none is. */
export function which(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return null;
}

/** Installs a package of the system where that needs no question (root with apt); elsewhere without effect. */
export function installByApt(name, say) {
  if (process.getuid?.() !== 0 || !which('apt-get')) return;
  say(`Installing ${name} by apt-get (once)…`);
  // The package must not start a server of its own: neither by systemd nor by an init script.
  const quiet = { DEBIAN_FRONTEND: 'noninteractive', SYSTEMD_OFFLINE: '1', RUNLEVEL: '1' };
  const options = { env: { ...process.env, ...quiet }, stdio: 'ignore', timeout: 300_000 };
  const add = ['install', '-y', '--no-install-recommends', name];
  if (spawnSync('apt-get', add, options).status === 0) return;
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', add, options);
}
