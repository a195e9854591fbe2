import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run, stopSignal } from './children.mjs';
import { withLock } from './lock.mjs';
import { StartError } from './processes.mjs';
import { root } from './services.mjs';

const LOCK = join(root, '.data', 'prepare.lock');
const LOCK_MS = 20 * 60_000; // somebody else's install over a slow line
const modules = join(root, 'node_modules');
const lockfile = join(root, 'package-lock.json');
const installMarker = join(modules, '.atrium-install');
const buildMarker = join(root, 'dist', '.atrium-build');

/** @throws StartError on a Node this project does not run on. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new StartError(`Node 20.19 or later is needed, this is ${process.versions.node}.`);
}

/**
 * Installs the packages and, with `build`, compiles, each only when something changed since the last time. With `web: false` the web
 * application is left to `buildWeb`, which may run beside what follows.
 */
export async function prepare({ build, web = build, say }) {
  const onWait = (pid) => say(`Waiting for process ${pid}, which installs or builds in this folder…`);
  await withLock(
    LOCK,
    async () => {
      await install(say);
      if (build && !stopSignal()) await compile(say);
      if (web && !stopSignal()) await compileWeb(say);
    },
    { timeoutMs: LOCK_MS, onWait },
  );
}

/** Builds the web application when something of it has changed. */
export async function buildWeb({ say }) {
  const onWait = (pid) => say(`Waiting for process ${pid}, which installs or builds in this folder…`);
  await withLock(LOCK, () => compileWeb(say), { timeoutMs: LOCK_MS, onWait });
}

/** Into a folder of its own that takes the place of the last one, so that a server beside it never finds half of one. */
async function compileWeb(say) {
  const below = ['web', 'clients/typescript/src'].flatMap((folder) => filesBelow(join(root, folder)));
  const wanted = hash([...below, lockfile, join(root, 'tsconfig.json')]);
  const [target, marker] = [join(root, 'dist', 'web'), join(root, 'dist', 'web', '.atrium-build')];
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('Building the web application…');
  const draft = join(root, 'dist', 'web-draft');
  const vite = [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--config', join(root, 'web', 'vite.config.mjs')];
  const env = { ...process.env, WEB_OUT: draft, NODE_ENV: 'production' };
  await run(process.execPath, vite, { cwd: root, env, quiet: true }).then(fail('The build of the web application'));
  if (stopSignal()) return;
  writeFileSync(join(draft, '.atrium-build'), wanted);
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
}

async function install(say) {
  const wanted = `${hash([lockfile])} ${process.platform}-${process.arch}`;
  if (existsSync(installMarker) && readFileSync(installMarker, 'utf8') === wanted) return;
  if (!isInstalled()) {
    say('Installing the packages (npm ci)…');
    await npm('ci').then(fail('npm ci'));
  }
  if (!stopSignal()) writeFileSync(installMarker, wanted);
}

function npm(...args) {
  // The npm that runs us, else the one in the PATH. Its production mode would leave out the compiler and Postgres.
  const own = process.env.npm_execpath;
  const [command, first] = own && basename(own) === 'npm-cli.js' ? [process.execPath, [own]] : ['npm', []];
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  return run(command, [...first, ...args, ...flags], { cwd: root, quiet: true });
}

/** Whether node_modules, as npm wrote it down there, holds what the lock asks for: somebody ran npm by hand. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
      if (!path || ((optional || devOptional) && !present[path])) return true;
      return present[path]?.version === version && existsSync(join(root, path));
    });
  } catch {
    return false;
  }
}

async function compile(say) {
  const below = ['src', 'migrations'].flatMap((folder) => filesBelow(join(root, folder)));
  const files = below.filter((file) => !file.endsWith('.spec.ts')); // which tsconfig.build.json leaves out
  const settings = readdirSync(root)
    .filter((name) => /^(tsconfig.*|nest-cli|package-lock)\.json$/.test(name))
    .sort();
  const wanted = hash([...files, ...settings.map((name) => join(root, name))]);
  if (existsSync(buildMarker) && readFileSync(buildMarker, 'utf8') === wanted) return;
  say('Building…');
  clear(new Set(files));
  const nest = join(modules, '@nestjs', 'cli', 'bin', 'nest.js');
  await run(process.execPath, [nest, 'build'], { cwd: root, quiet: true }).then(fail('The build'));
  if (!stopSignal()) writeFileSync(buildMarker, wanted);
}

/**
 * Output of a file that is gone (a migration of another branch) must not stay. What the compiler wrote down of a build that
 * came to its end is kept: it compiles what has changed since.
 */
function clear(sources) {
  const dist = join(root, 'dist');
  const isWhole = existsSync(buildMarker);
  rmSync(buildMarker, { force: true });
  if (!isWhole) return rmSync(dist, { recursive: true, force: true });
  for (const file of ['src', 'migrations'].flatMap((folder) => filesBelow(join(dist, folder)))) {
    const source = join(root, file.slice(dist.length));
    const compiled = source.replace(/(\.d\.ts|\.js(\.map)?)$/, '.ts');
    if (!sources.has(source) && !sources.has(compiled)) rmSync(file);
  }
}

function fail(what) {
  return ({ code, output }) => {
    if (!code || stopSignal()) return;
    const lines = output
      .trimEnd()
      .split('\n')
      .slice(-20)
      .map((line) => `  | ${line}`);
    throw new StartError(`${what} failed:\n${lines.join('\n')}`);
  };
}

function hash(files) {
  const sum = createHash('sha256');
  for (const file of files) sum.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  return sum.digest('hex');
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
