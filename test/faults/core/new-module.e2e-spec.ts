import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { servers } from '../../support/servers';

const NAME = 'time-sheets';
const FOLDER = `src/modules/business/${NAME}`;
/** For what hangs: it compiles the whole tree and lints with its types. */
const LIMIT_MS = 900_000;

const run = promisify(execFile);

/** Works in a copy of the project, so that nothing that fails leaves a module behind. */
describe('npm run new:module', () => {
  let copy: string;
  beforeAll(() => {
    mkdirSync('.data/test', { recursive: true });
    copy = mkdtempSync(resolve('.data/test/new-module-'));
    const left = new Set(['node_modules', '.data', '.git', 'logs', 'coverage']);
    for (const name of readdirSync('.')) {
      if (!left.has(name)) cpSync(name, join(copy, name), { recursive: true, preserveTimestamps: true });
    }
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  }, LIMIT_MS);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const npm = (...args: string[]) =>
    run('npm', ['run', '-s', ...args], {
      cwd: copy,
      maxBuffer: 1 << 26,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TEST_DATABASE_URL: process.env.TEST_DATABASE_URL,
        TEST_REDIS_URL: servers().redis,
      },
    }).catch((error: { stdout: string; stderr: string }) => {
      throw new Error(`npm run ${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
    });

  it(
    'writes a module that compiles, lints, keeps the boundaries and passes its own spec',
    async () => {
      await npm('new:module', '--', NAME);
      await run('npx', ['prettier', '--check', FOLDER, `test/business/${NAME}`, 'src/modules.ts'], { cwd: copy });
      await npm('types');
      await run('npx', ['eslint', '--max-warnings', '0', FOLDER, `test/business/${NAME}`], { cwd: copy });
      await npm('boundaries');
      const { stderr } = await npm('test', '--', `test/business/${NAME}`, 'test/architecture/migrations');
      expect(stderr).toMatch(/Test Suites: 2 passed, 2 total/);
    },
    LIMIT_MS,
  );

  it(
    'changes one existing file by two lines, and refuses a name that is taken',
    async () => {
      const lines = (folder: string) => readFileSync(join(folder, 'src/modules.ts'), 'utf8').split('\n');
      const before = new Set(lines('.'));
      expect(lines(copy).filter((line) => !before.has(line))).toEqual([
        `import { timeSheetsManifest } from './modules/business/${NAME}';`,
        '  timeSheetsManifest,',
      ]);
      await expect(npm('new:module', '--', NAME)).rejects.toThrow('There is a module time-sheets');
      await expect(npm('new:module', '--', 'Invoices')).rejects.toThrow('Usage: npm run new:module');
    },
    LIMIT_MS,
  );
});
