import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './processes.mjs';

/**
 * How to start Postgres, which refuses to run as root: `{ wrap(command, args), own(folder) }`. For an ordinary user both
 * do nothing. For root the programs run as the owner of the data, else `postgres`, else `nobody`. Where that user
 * cannot enter the project (a clone below /root), setpriv leaves it one ambient capability, the right to read and
 * enter any folder; the data folder it owns anyway.
 * @throws StartError when root has no way to start `binary`
 */
export function unprivileged(binary, dataFolder, homeFolder) {
  if (process.getuid?.() !== 0) return { wrap: (command, args) => [command, args, {}], own: () => {} };
  const { uid, gid } = account(dataFolder);
  const own = (folder) => chownTree(folder, uid, gid);
  if (existsSync(dataFolder) && statSync(dataFolder).uid === 0) own(dataFolder);

  const canEnter = (prefix, ids) => {
    const works = (command, args) => {
      const [first, ...rest] = [...prefix, command, ...args];
      return spawnSync(first, rest, { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;
    };
    return works(binary, ['--version']) && works('ls', [homeFolder]);
  };
  if (canEnter([], { uid, gid })) return { wrap: (command, args) => [command, args, { uid, gid }], own };
  // A container's root often lacks the first, the narrower one.
  for (const capability of ['dac_read_search', 'dac_override']) {
    const prefix = [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      // Without it access(2), by which Postgres finds its own files, ignores the capability.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=-all,+${capability}`,
      `--ambient-caps=-all,+${capability}`,
      '--',
    ];
    if (canEnter(prefix, {}))
      return { wrap: (command, args) => [prefix[0], [...prefix.slice(1), command, ...args], {}], own };
  }
  throw new StartError(
    `Postgres must not run as root and user ${uid} cannot enter this folder: move the project, run it as an ordinary user, or set DATABASE_URL.`,
  );
}

function account(dataFolder) {
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user)
    throw new StartError('Postgres must not run as root and there is no user postgres or nobody: set DATABASE_URL.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function chownTree(path, uid, gid) {
  chownSync(path, uid, gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) chownTree(child, uid, gid);
    else lchownSync(child, uid, gid);
  }
}
