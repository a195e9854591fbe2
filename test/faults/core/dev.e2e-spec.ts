import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dropDatabase, makeDatabase } from '../../support/database';
import { freePort } from '../../support/instance';
import { servers } from '../../support/servers';
import { until } from '../../support/until';

const FILE = 'src/modules/commerce/catalog/catalog.errors.ts';
const NAMED = 'There is no such product.';
/** For what hangs: the first start builds. */
const LIMIT_MS = 600_000;

/** Works in a copy of the project, whose files it changes. */
describe('npm run dev', () => {
  let copy: string;
  let database: string;
  let child: ChildProcess;
  let output = '';
  let url: string;

  beforeAll(async () => {
    mkdirSync('.data/test', { recursive: true });
    copy = mkdtempSync(resolve('.data/test/dev-'));
    for (const name of readdirSync('.').filter((one) => !['node_modules', '.data', '.git', 'logs'].includes(one))) {
      cpSync(name, join(copy, name), { recursive: true, preserveTimestamps: true });
    }
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    database = await makeDatabase();
    const port = await freePort();
    url = `http://127.0.0.1:${port}/api/v1/products/0192f0a0-0000-7000-8000-000000000000`;
    child = spawn(process.execPath, ['scripts/dev.mjs'], {
      cwd: copy,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATABASE_URL: database,
        REDIS_URL: servers().redis,
        REDIS_PREFIX: `test-dev-${port}`,
        DATA_DIR: join(copy, '.data'),
        PORT: String(port),
        HOST: '127.0.0.1',
        DEMO: 'false',
      },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += String(bytes)));
  }, LIMIT_MS);

  afterAll(async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    await dropDatabase(database);
    rmSync(copy, { recursive: true, force: true });
  });

  const title = async (): Promise<string> =>
    fetch(url)
      .then((answer) => answer.text())
      .catch(() => '');
  const change = (from: string, to: string) =>
    writeFileSync(join(copy, FILE), readFileSync(join(copy, FILE), 'utf8').replace(from, to));

  it(
    'serves what is saved, names what cannot be compiled, and serves again once it can',
    async () => {
      await until(async () => (await title()).includes(NAMED), LIMIT_MS);
      change(NAMED, 'No product has this id.');
      await until(async () => (await title()).includes('No product has this id.'));
      expect(output).toContain(`Changed: ${FILE}`);

      change('export const ProductNotFound', 'export cons ProductNotFound');
      await until(() => output.includes('Syntax Error') || output.includes('Expected'));
      change('export cons ProductNotFound', 'export const ProductNotFound');
      await until(async () => (await title()).includes('No product has this id.'));

      child.kill('SIGTERM');
      await once(child, 'close');
      expect(await title()).toBe('');
    },
    LIMIT_MS,
  );
});
