import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../support/until';
import { Guide, guides, Step, stepsOf } from './guide';
import { Shell } from './shell';
import { isAsShown, surprises } from './shown';
import { FilledDemo, World } from './world';

/** A piece of a guide that hangs; how fast a machine is decides nothing. */
const LIMIT_MS = 100_000;
const GUIDE_MS = 600_000;

/** Blocks that nobody runs here. Keep them few: what is not run is soon untrue. */
const NOT_RUN = [
  'README.md: the tests take minutes',
  'README.md: needs a server of its own',
  'docs/identity.md: needs credentials of the providers',
  'docs/logs.md: needs a cluster of Kubernetes',
  'docs/mail.md: needs a mail server that bounces',
  'docs/tests.md: the tests take minutes',
];

const all = guides();
const run = all.filter(({ blocks }) => blocks.some(({ kind }) => kind !== 'no-run'));

describe('what a guide shows', () => {
  const id = '01a22666-582b-77a6-aa44-2a407a0a148f';

  it.each([
    ['200', '200\n'],
    ['{"id":"…",…,"stock":3}', `{"id":"${id}","sku":"A","stock":3}`],
    ['{"id":"01a203c4-0000-7000-8000-000000000001"}', `{"id":"${id}"}`],
    ['{"a":1,\n"b":2}', '{"a":1,"b":2}'],
    ['{"at":"2026-01-31T12:00:00Z"}', '{"at":"2026-11-29T08:22:51.181Z"}'],
  ])('%s is the answer %s', (shown, answer) => expect(isAsShown(answer, shown)).toBe(true));

  it.each([
    ['200', '204'],
    ['{"stock":3}', '{"stock":31}'],
    ['{"id":"…","stock":3}', `{"id":"${id}","sku":"A","stock":4}`],
    ['a.c', 'abc'],
    ['pending', ''],
  ])('%s is not the answer %s', (shown, answer) => expect(isAsShown(answer, shown)).toBe(false));

  it('names every refusal', () => {
    const refusal = '{"type":"/problems/forbidden","status":403,"code":"forbidden"}';
    expect(surprises(refusal, null)).toEqual(['forbidden']);
    expect(surprises(refusal, '{"type":"/problems/forbidden",…}')).toEqual([]);
    expect(surprises('{"id":"1"}', null)).toEqual([]);
  });

  it('belongs to the commands before it', () => {
    expect(stepsOf({ line: 7, code: 'A=1\necho $A # => 1\n\necho a\necho b\n# => a\n# => b\necho c\n' })).toEqual([
      { line: 7, code: 'A=1\necho $A', shown: '1' },
      { line: 9, code: '\necho a\necho b', shown: 'a\nb' },
      { line: 14, code: 'echo c', shown: null },
    ]);
  });
});

describe('a piece of a guide', () => {
  let folder: string;
  let shell: Shell;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'atrium-shell-'))));
  beforeEach(() => (shell = new Shell(folder, folder, { PATH: process.env.PATH as string })));
  afterEach(() => shell.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('goes on where the one before it ended', async () => {
    expect(await shell.run(1, 'A=1; add() { echo $((A + 1)); }', LIMIT_MS)).toMatchObject({ failure: null });
    expect(await shell.run(2, 'add', LIMIT_MS)).toEqual({ stdout: '2\n', stderr: '', failure: null });
  });

  it.each([
    ['a command', 'true\nfalse\ntrue', '41: exit 1: false'],
    ['the first of a pipe', 'printf "" | grep x | cat', '40: exit 1:'],
    ['a command within another', 'true\nA=$(false)\ntrue', '41: exit 1:'],
    ['a variable that nothing has set', 'echo "$NOTHING"', '40: the shell has ended'],
    ['what is no shell', 'if; then', '40: '],
  ])('fails by %s, and says where', async (_what, code, failure) => {
    rmSync(join(folder, 'failures'), { force: true });
    const ran = await shell.run(40, code, LIMIT_MS);
    expect(ran.failure?.slice(0, failure.length)).toBe(failure);
  });

  it('that hangs is ended, with what it has started', async () => {
    const ran = await shell.run(3, 'sleep 1000 & echo $!\nsleep 1000', 2000);
    expect(ran.failure).toBe('3: not over after 2000 ms');
    await shell.close();
    await until(() => !existsSync(`/proc/${ran.stdout.trim()}`));
  });
});

describe('guides', () => {
  let demo: FilledDemo;
  beforeAll(async () => (demo = await FilledDemo.fill()));
  afterAll(() => demo?.drop());

  it('say by what they begin, and why a block is not run', () => {
    expect(run.filter(({ starts }) => starts.length === 0).map(({ name }) => name)).toEqual([]);
    const left = all.flatMap(({ name, blocks }) =>
      blocks.filter(({ kind }) => kind === 'no-run').map(({ reason }) => `${name}: ${reason}`),
    );
    expect(left).toEqual(NOT_RUN);
  });

  it('wait in no loop that has no end or no pause', () => {
    const endless = all.flatMap(({ name, blocks }) =>
      blocks.filter(({ code }) => /(?:^|[;&|]\s*)(?:while|until)\b/m.test(code)).map(({ line }) => `${name}:${line}`),
    );
    expect(endless).toEqual([]);
  });

  it.each(run.flatMap((guide) => guide.starts.map((start) => ({ name: guide.name, start, guide }))))(
    '$name does what it shows, beside `$start`',
    async ({ guide, start }) => {
      const world = await World.open(demo);
      try {
        await world.start(start);
        for (const block of guide.blocks) {
          if (block.kind === 'terminal') await world.start(block.code);
          if (block.kind !== 'run') continue;
          for (const step of stepsOf(block)) await follow(guide, step, world);
        }
      } finally {
        await world.close();
      }
    },
    GUIDE_MS,
  );
});

/** @throws Error naming the guide and the line, with what was done, shown and answered */
async function follow({ name }: Guide, step: Step, world: World): Promise<void> {
  const shown = step.shown === null ? null : world.here(step.shown);
  const { stdout, stderr, failure } = await world.run(step, LIMIT_MS);
  const unseen = surprises(stdout, shown);
  const trouble = failure
    ? `failed at line ${failure}`
    : unseen.length > 0
      ? `was refused: ${unseen.join(', ')}`
      : shown !== null && !isAsShown(stdout, shown)
        ? `does not answer as shown:\n${shown}`
        : null;
  if (trouble === null) return;
  throw new Error(`${name}:${step.line} ${trouble}\n--- done\n${step.code}\n--- answered\n${stdout}${stderr}`);
}
