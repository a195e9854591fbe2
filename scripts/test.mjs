import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './lib/children.mjs';
import { chromium } from './lib/chromium.mjs';
import { launch, say, unlessStopped } from './lib/launch.mjs';
import { hasMailPrograms } from './lib/mail-programs.mjs';
import { mayMount } from './lib/mount.mjs';
import { psql } from './lib/psql.mjs';
import { checkNode, prepare } from './lib/prepare.mjs';
import { identify } from './lib/processes.mjs';
import { acquireServices, endOrphans, root } from './lib/services.mjs';
import { childrenFile, endChildren, endLostChildren } from './lib/test-children.mjs';

const OWN = ['DATABASE_URL', 'REDIS_URL', 'PORT', 'HOST', 'DATA_DIR', 'DEMO', 'LOG_STDOUT', 'NODE_ENV'];

/**
 * `npm test` decides correctness. `--faults` runs only what starts, kills or freezes processes or waits for real limits, `--screens` only
 * the screens in a browser. A path that names one of them runs these, too.
 */
const FLAGS = { '--faults': 'faults', '--screens': 'screens' };
const NAMED = /test\/faults|test\/web|pages?\b/;
const args = process.argv.slice(2).filter((arg) => !(arg in FLAGS));
const flag = process.argv.find((arg) => arg in FLAGS);
const suite = flag ? FLAGS[flag] : args.some((arg) => NAMED.test(arg)) ? 'all' : '';

launch(async () => {
  checkNode();
  const dataDir = join(root, '.data', 'test');
  const runFolder = join(dataDir, 'run');
  mkdirSync(runFolder, { recursive: true });
  endLostChildren(runFolder);
  await endOrphans(dataDir);
  await prepare({ build: true, say }); // threads and whole processes run what is built
  unlessStopped();
  const env = { ...cleanEnv(), TEST_SUITE: suite };
  const needs = { postgres: !env.TEST_DATABASE_URL, redis: !env.TEST_REDIS_URL };
  const services = await acquireServices({ dataDir, ...needs, throwaway: true, say });
  const children = childrenFile(runFolder, process.pid);
  try {
    unlessStopped();
    env.TEST_CHILDREN = children;
    writeFileSync(children, '');
    watch(children, dataDir);
    // The maintenance database: each jest worker makes its own from there.
    env.TEST_DATABASE_URL ||= services.databaseUrl.replace(/\/atrium$/, '/postgres');
    env.TEST_REDIS_URL ||= services.redisUrl;
    if (suite) env.TEST_CHROMIUM ||= chromium(say) ?? '';
    if (suite && !env.TEST_CHROMIUM) say('There is no Chromium: the tests of pages in a browser are skipped.');
    env.TEST_MOUNT ||= mayMount() ? 'yes' : '';
    if (!env.TEST_MOUNT) say('Nothing may be mounted here: the tests of a full disk are left out.');
    if (suite === 'faults' || suite === 'all') env.TEST_PSQL ||= psql(say) ?? '';
    if (suite === 'faults' && !env.TEST_PSQL) say('There is no psql: the plans of statements are not looked at.');
    if (suite === 'faults' || suite === 'all') env.TEST_MAIL_PROGRAMS ||= hasMailPrograms(say) ? 'yes' : '';
    if (suite === 'faults' && !env.TEST_MAIL_PROGRAMS)
      say(
        'There is no postfix, dovecot, mutt, swaks or python3-dkim, or no root: the tests of mail by other programs are left out.',
      );
    const jest = ['--no-warnings', 'node_modules/jest/bin/jest.js', ...args];
    const onStart = (child) => {
      services.keep(child.pid);
      appendFileSync(children, `${JSON.stringify(identify(child.pid))}\n`);
    };
    return (await run(process.execPath, jest, { cwd: root, env, ownGroup: false, onStart })).code;
  } finally {
    endChildren(children);
    await services.release();
  }
});

/** A process of its own, for when this one is killed by force. */
function watch(children, dataDir) {
  const args = [join(root, 'scripts/lib/test-watch.mjs'), JSON.stringify(identify(process.pid)), children, dataDir];
  spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
}

/** The environment without the app's own settings, so that a developer's do not reach the tests. */
function cleanEnv() {
  const example = join(root, '.env.example');
  const text = existsSync(example) ? readFileSync(example, 'utf8') : '';
  const named = [...text.matchAll(/^#?\s*([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
  const drop = new Set([...OWN, ...named]);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !drop.has(name)));
}
