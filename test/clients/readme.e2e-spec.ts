import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { TestApp, workerApp } from '../support/app';
import { PASSWORD } from '../support/make';

const PACKAGE = 'clients/typescript';
const TSC = resolve('node_modules/typescript/bin/tsc');
const run = promisify(execFile);

const blocks = [...readFileSync(`${PACKAGE}/README.md`, 'utf8').matchAll(/^## (.+)\n[^]*?^```ts\n([^]*?)^```/gm)].map(
  ([, title, code]) => ({ title, code }),
);

describe('the README of the clients', () => {
  let t: TestApp;
  let folder: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    t = await workerApp();
    const email = 'mia@example.com';
    const person = { email, password: PASSWORD, full_name: 'Mia Example', username: 'mia' };
    await t.client.post('/auth/register', person);
    const { access_token } = (await t.client.post('/auth/login', { email, password: PASSWORD })).body;
    env = { ATRIUM_URL: t.url, EMAIL: email, PASSWORD, SERVICE_AUTH_TOKEN: access_token };
    // The package as others get it: built, and found by its name and its exports.
    mkdirSync('.data', { recursive: true });
    folder = mkdtempSync(resolve('.data/readme-'));
    const installed = join(folder, 'node_modules/@atrium/client');
    await run(process.execPath, [TSC, '-p', PACKAGE, '--outDir', join(installed, 'dist')]);
    cpSync(join(PACKAGE, 'package.json'), join(installed, 'package.json'));
    blocks.forEach(({ code }, at) => writeFileSync(join(folder, `block-${at}.mts`), code));
    const compilerOptions = {
      ...{ module: 'nodenext', target: 'es2022', strict: true, types: ['node'], skipLibCheck: true },
      ...{ experimentalDecorators: true, emitDecoratorMetadata: true },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.mts'] }));
    await run(process.execPath, [TSC, '-p', folder]);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await t.stop();
  });

  it('has examples', () => expect(blocks.length).toBeGreaterThan(3));

  it.each(blocks.map(({ title, code }, at) => [title, code, at] as const))('%s', async (_title, code, at) => {
    const { stdout } = await run(process.execPath, [join(folder, `block-${at}.mjs`)], { env });
    expect(stdout.trimEnd().split('\n')).toEqual([...code.matchAll(/\/\/ => (.*)$/gm)].map(([, shown]) => shown));
  });
});
