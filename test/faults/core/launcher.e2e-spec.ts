import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A launcher that shares the data and agrees on an address; it stays until its standard input ends. */
const LAUNCHER = `
  const { acquireServices } = await import(process.argv[1]);
  const services = await acquireServices({ dataDir: process.argv[2], say: () => undefined });
  const url = await services.agreeOn(process.argv[3]);
  services.keep(process.pid);
  console.log(url);
  process.stdin.resume().on('end', () => void services.release().then(() => process.exit(0)));`;

it.each(['PORT', 'HOST'])('`npm start` names %s when it is wrong, and never says its value', (name) => {
  const canary = 'canary.never-to-be-shown';
  const env = { PATH: process.env.PATH, DATA_DIR: mkdtempSync(join(tmpdir(), 'atrium-test-')), [name]: canary };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], { env, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain(name);
  expect(stdout + stderr).not.toContain(canary);
});

describe('instances that `npm start` starts on the same data', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'atrium-test-'));
  const program = pathToFileURL(resolve('scripts/lib/services.mjs')).href;

  const launch = async (url: string): Promise<{ url: string; stop: () => Promise<unknown> }> => {
    const args = ['--input-type=module', '-e', LAUNCHER, program, dataDir, url];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const exited = new Promise((resolved) => child.once('exit', resolved));
    const agreed = await new Promise<string>((resolved) => child.stdout.once('data', (line) => resolved(String(line))));
    return { url: agreed.trim(), stop: () => (child.stdin.end(), exited) };
  };

  it('have the address of the first one, as long as any of them runs, and so one issuer of tokens', async () => {
    const first = await launch('http://localhost:8000');
    const second = await launch('http://localhost:8001');
    expect([first.url, second.url]).toEqual(['http://localhost:8000', 'http://localhost:8000']);
    await first.stop();
    const third = await launch('http://localhost:8002');
    expect(third.url).toBe('http://localhost:8000');
    await Promise.all([second.stop(), third.stop()]);
    const alone = await launch('http://localhost:8003');
    expect(alone.url).toBe('http://localhost:8003');
    await alone.stop();
  });
});
