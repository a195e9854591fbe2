import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, register } from '../support/children';
import { until } from '../support/until';

const STAYS = 'setInterval(() => undefined, 1000)';
/** Starts another one, says its pid, and stays. */
const PARENT = `const { spawn } = require('node:child_process');
  console.log(spawn(process.execPath, ['-e', ${JSON.stringify(STAYS)}], { stdio: 'ignore' }).pid); ${STAYS}`;

describe('a run of the tests that is ended by force', () => {
  const mine = process.env.TEST_CHILDREN;
  const children: ChildProcess[] = [];
  const start = (script: string): ChildProcess => {
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    return child;
  };

  afterEach(() => {
    process.env.TEST_CHILDREN = mine;
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  it('leaves none of its processes, also none that is frozen, and none that these have started', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'atrium-test-'));
    mkdirSync(join(dataDir, 'run'));
    const file = join(dataDir, 'run', 'spec.children');
    writeFileSync(file, '');
    const runner = start(STAYS);
    process.env.TEST_CHILDREN = file;
    const [parent, frozen] = [start(PARENT), start(STAYS)];
    for (const { pid } of [parent, frozen]) register(pid);
    process.env.TEST_CHILDREN = mine;
    const [line] = (await once(parent.stdout!, 'data')) as [Buffer];
    frozen.kill('SIGSTOP');
    const watch = [JSON.stringify(identify(runner.pid!)), file, dataDir];
    const watcher = spawn(process.execPath, ['scripts/lib/test-watch.mjs', ...watch], { stdio: 'inherit' });
    const ended = once(watcher, 'exit');
    runner.kill('SIGKILL');
    expect(await ended).toEqual([0, null]);
    await until(() => [Number(line), frozen.pid!, parent.pid!].every((pid) => identify(pid) === null));
    expect(existsSync(file)).toBe(false);
  });
});
