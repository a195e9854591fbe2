import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import type { Person } from '../../support/make';
import { rawRequest, sendRaw } from '../../support/raw';
import { cri, put } from '../../platform/logs/support';

const UID = '0b7f2a9c-1111-4222-8333-444455556666';
const SECRET = 'of-outside-the-root';
const HOSTILE = [
  '../../etc/passwd',
  '..',
  '..%2f',
  '..%2F..%2F..%2Fetc%2Fpasswd',
  '..%2foutside',
  '..%252foutside',
  '%2e%2e%2foutside',
  '..%5coutside',
  '%2fetc%2fpasswd',
  'outside.log%00',
  '%00',
  '$(id)',
  '%60id%60',
  'x'.repeat(300),
  'p%C3%B6d',
  '%E2%80%A5%2foutside',
  '%ef%bc%8e%ef%bc%8e%2foutside',
  '%ff',
  'linked',
  'linked-file',
];

describe('names of pods', () => {
  let t: TestApp;
  let watched: Instance;
  let admin: Person;
  const place = mkdtempSync(join(tmpdir(), 'atrium-place-'));
  const root = join(place, 'pods');
  const seen = join(place, 'seen');
  const paths = (): string[] => readFileSync(seen, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as string); // prettier-ignore
  const lies = (path: string, folder: string): boolean =>
    resolve(path) === folder || resolve(path).startsWith(folder + sep);

  beforeAll(async () => {
    mkdirSync(root);
    writeFileSync(seen, '');
    put(root, `default_shop-1_${UID}/app/0.log`, cri(1, 'of shop-1'));
    put(root, 'shop-2.log', 'of shop-2\n');
    put(place, 'outside/app/0.log', cri(1, SECRET));
    put(place, 'outside.log', `${SECRET}\n`);
    symlinkSync(join(place, 'outside'), join(root, `default_linked_${UID}`));
    symlinkSync(join(place, 'outside.log'), join(root, 'linked-file.log'));
    t = await startApp({ LOGS_SOURCE: 'directory', LOGS_DIRECTORY: root });
    admin = await t.make.admin();
    const command = ['--require', resolve('test/platform/logs/watch-files.cjs'), 'dist/src/main.js'];
    watched = Instance.start(await freePort(), { ...t.env, FILES_SEEN: seen }, command);
    await watched.ready();
  });
  afterAll(async () => {
    await watched.stop();
    await t.stop();
    rmSync(place, { recursive: true, force: true });
  });

  it('open nothing outside the folder of the logs, whatever they are', async () => {
    const get = async (path: string) => {
      const bytes = rawRequest('GET', `/api/v1/logs/${path}`, [`Authorization: Bearer ${admin.accessToken}`]);
      return sendRaw(`http://127.0.0.1:${watched.port}`, bytes);
    };
    for (const pod of ['shop-1', 'shop-2']) {
      // So that what is loaded by the first call of all is.
      for (const path of [pod, `${pod}/download`, `${pod}?also=shop-1`, 'no-such-pod']) await get(path);
    }
    expect(paths().filter((path) => lies(path, root)).length).toBeGreaterThan(4); // it does notice
    writeFileSync(seen, '');
    const answers: { status: number; text: string }[] = [];
    for (const name of HOSTILE) {
      for (const path of [name, `${name}/download`, `shop-1?also=${name}`, `shop-1?container=${name}`]) {
        answers.push(await get(path));
      }
    }
    expect((await get('shop-1')).text).toContain('of shop-1');
    const opened = paths();
    // Asking where an open file lies is how a folder that has become a link is noticed.
    expect(opened.filter((path) => !lies(path, root) && !/^\/proc\/self\/fd\/\d+$/.test(path))).toEqual([]);
    expect(opened).toContain(join(root, `default_shop-1_${UID}`, 'app', '0.log'));
    for (const { status, text } of answers) {
      expect([400, 404, 422]).toContain(status);
      expect(text).not.toMatch(/of-outside-the-root|root:/);
    }
  });
});
