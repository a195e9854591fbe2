import { appendFileSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { startApp, TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import { cri, put } from './support';

const POD = 'default_shop-1_0b7f2a9c-1111-4222-8333-444455556666';

describe('logs in a directory', () => {
  let t: TestApp;
  let admin: Client;
  const root = mkdtempSync(join(tmpdir(), 'atrium-pods-'));

  beforeAll(async () => {
    t = await startApp({ LOGS_SOURCE: 'directory', LOGS_DIRECTORY: root });
    admin = (await t.make.admin()).client;
    put(root, `${POD}/app/0.log`, cri(0, 'of the first run'));
    const rotated = Array.from({ length: 5 }, (_, n) => cri(n + 10, `packed ${n}`)).join('');
    put(root, `${POD}/app/1.log.20261125-100020.gz`, gzipSync(rotated));
    const renamed = cri(20, 'renamed 0') + cri(21, 'renamed 1, ', { tag: 'P' });
    put(root, `${POD}/app/1.log.20261125-100025`, renamed);
    const current = [
      cri(21, 'its middle, ', { tag: 'P' }),
      cri(22, 'of stderr', { stream: 'stderr' }),
      cri(21, 'and its end'),
      cri(30, 'one ', { tag: 'P' }),
      cri(31, 'error ', { stream: 'stderr', tag: 'P' }),
      cri(30, 'line'),
      cri(31, 'joined', { stream: 'stderr' }),
      cri(32, '{"level":"warn","msg":"slow","status":200,"err":{"code":"EPIPE"}}'),
      cri(33, '{"level":50,"msg":"failed","status":500}'),
      cri(34, 'last'),
    ].join('');
    put(root, `${POD}/app/1.log`, current);
    put(root, `${POD}/app/1.log.20261125-100025.tmp`, 'not yet a log\n');
    put(
      root,
      `${POD}/sidecar/0.log`,
      cri(12, 'beside packed 2', { nanos: 5_000_000 }) + cri(33, 'beside failed', { nanos: 5_000_000 }),
    );
    put(
      root,
      'default_shop-2_1b7f2a9c-1111-4222-8333-444455556666/app/0.log',
      cri(34, 'of shop-2', { nanos: 1_000_000 }),
    );
    put(root, 'other_secret-1_2b7f2a9c-1111-4222-8333-444455556666/app/0.log', cri(1, 'of another namespace'));
    put(root, 'plain.log.2.gz', gzipSync('2026-11-25T10:00:00Z oldest\n'));
    put(root, 'plain.log.1', '2026-11-25T10:00:01Z older\n    at its stack\n');
    put(root, 'plain.log', '2026-11-25T10:00:02Z newest\r\n2026-11-25T10:00:03Z without an end');
    put(root, 'empty.log', '');
    put(root, 'NotAName.log', 'x\n');
  });
  afterAll(async () => {
    await t.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const read = async (path: string) => (await admin.get(`/logs/${path}`)).body;
  const textOf = async (path: string): Promise<string[]> => (await read(path)).logs.split('\n');

  it('lists the pods of the namespace, with their containers', async () => {
    const { status, body } = await admin.get('/logs');
    expect(status).toBe(200);
    expect(body).toMatchObject({ count: 4, next_cursor: null, source: 'directory' });
    expect(body.items.map(({ name, namespace, containers }: any) => [name, namespace, containers])).toEqual([
      ['empty', null, ['main']],
      ['plain', null, ['main']],
      ['shop-1', 'default', ['app', 'sidecar']],
      ['shop-2', 'default', ['app']],
    ]);
    expect(body.items[2].updated_at).toMatch(/^20.*Z$/);
  });

  it('answers as agreed, with the newest lines last, parts joined, over files that were rotated and compressed', async () => {
    const { status, body } = await admin.get('/logs/shop-1?container=app');
    expect(status).toBe(200);
    expect(body).toEqual({
      status: 'success',
      message: '13 lines of shop-1.',
      pod_name: 'shop-1',
      logs: [
        ...['packed 0', 'packed 1', 'packed 2', 'packed 3', 'packed 4', 'renamed 0'],
        'of stderr',
        'renamed 1, its middle, and its end',
        'one line',
        'error joined',
        '{"level":"warn","msg":"slow","status":200,"err":{"code":"EPIPE"}}',
        '{"level":50,"msg":"failed","status":500}',
        'last',
      ].join('\n'),
      lines: 13,
      truncated: false,
    });
  });

  it('gives a list with times, levels and members', async () => {
    const { logs, lines } = await read('shop-1?container=app&tail=4&format=json');
    expect(lines).toBe(4);
    const common = { pod_name: 'shop-1', container: 'app' };
    expect(logs).toEqual([
      {
        ...common,
        timestamp: '2026-11-25T10:00:31.000Z',
        stream: 'stderr',
        level: null,
        text: 'error joined',
        fields: null,
      },
      expect.objectContaining({ level: 'warn', fields: expect.objectContaining({ msg: 'slow', status: 200 }) }),
      expect.objectContaining({ level: 'error', stream: 'stdout', fields: { level: 50, msg: 'failed', status: 500 } }),
      { ...common, timestamp: '2026-11-25T10:00:34.000Z', stream: 'stdout', level: null, text: 'last', fields: null },
    ]);
  });

  it('says when there are older lines', async () => {
    expect(await read('shop-1?container=app&tail=1')).toMatchObject({
      logs: 'last',
      lines: 1,
      truncated: true,
      message: '1 line of shop-1; there are older ones.',
    });
    expect(await read('shop-1?tail=0')).toMatchObject({ logs: '', lines: 0, truncated: true });
    expect(await read('empty')).toMatchObject({ logs: '', lines: 0, truncated: false, message: 'No lines of empty.' });
  });

  it('reads a plain file, its rotated ones and a last line without an end', async () => {
    expect(await textOf('plain')).toEqual([
      '2026-11-25T10:00:00Z oldest',
      '2026-11-25T10:00:01Z older',
      '    at its stack',
      '2026-11-25T10:00:02Z newest',
      '2026-11-25T10:00:03Z without an end',
    ]);
    const { logs } = await read('plain?format=json&since=2026-11-25T10:00:01Z&until=2026-11-25T10:00:02Z');
    expect(logs.map(({ text, timestamp }: any) => [text, timestamp])).toEqual([
      ['2026-11-25T10:00:01Z older', '2026-11-25T10:00:01.000Z'],
      ['    at its stack', '2026-11-25T10:00:01.000Z'],
    ]);
  });

  it('merges containers and pods by time', async () => {
    expect(await textOf('shop-1?since=2026-11-25T10:00:11Z&until=2026-11-25T10:00:14Z')).toEqual([
      '[shop-1/app] packed 1',
      '[shop-1/app] packed 2',
      '[shop-1/sidecar] beside packed 2',
      '[shop-1/app] packed 3',
    ]);
    expect(await textOf('shop-1?container=app&also=shop-2&tail=2')).toEqual([
      '[shop-1/app] last',
      '[shop-2/app] of shop-2',
    ]);
    expect((await admin.get('/logs/shop-1?also=shop-9')).body.code).toBe('pod_not_found');
  });

  it('reads what was before the last restart', async () => {
    expect(await textOf('shop-1?container=app&previous=true')).toEqual(['of the first run']);
    const { status, body } = await admin.get('/logs/shop-1?container=sidecar&previous=true');
    expect([status, body.code]).toEqual([404, 'no_previous_log']);
    expect((await admin.get('/logs/plain?previous=true')).body.code).toBe('no_previous_log');
  });

  it.each([
    ['q=FAILED', ['{"level":50,"msg":"failed","status":500}']],
    ['q=renamed+1,+its', ['renamed 1, its middle, and its end']],
    ['q=^packed+[1-2]$&regex=true', ['packed 1', 'packed 2']],
    ['q=^Packed&regex=true', []],
    ['level=error', ['{"level":50,"msg":"failed","status":500}']],
    ['level=warn&q=slow', ['{"level":"warn","msg":"slow","status":200,"err":{"code":"EPIPE"}}']],
    ['field=status=500', ['{"level":50,"msg":"failed","status":500}']],
    ['field=err.code=EPIPE&field=status=200', ['{"level":"warn","msg":"slow","status":200,"err":{"code":"EPIPE"}}']],
    ['field=status=200&field=msg=failed', []],
  ])('finds by %s', async (query, lines) => {
    const { logs } = await read(`shop-1?container=app&${query}`);
    expect(logs).toBe(lines.join('\n'));
  });

  it('finds more than the tail holds only of the newest', async () => {
    expect(await read('shop-1?container=app&q=packed&tail=2')).toMatchObject({
      logs: 'packed 3\npacked 4',
      truncated: true,
    });
  });

  it('gives the whole as a file, as text, lines of JSON and compressed', async () => {
    const text = await admin.get('/logs/shop-1/download?container=app&q=packed');
    expect(text.headers.get('content-disposition')).toBe('attachment; filename="shop-1.log"');
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.text).toBe('packed 0\npacked 1\npacked 2\npacked 3\npacked 4\n');
    const response = await fetch(`${t.url}/api/v1/logs/shop-1/download?format=ndjson&gzip=true`, {
      headers: admin.given,
    });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="shop-1.ndjson.gz"');
    const lines = gunzipSync(Buffer.from(await response.arrayBuffer()))
      .toString()
      .trim()
      .split('\n');
    const merged = lines.map((line) => JSON.parse(line));
    expect(merged).toHaveLength(15);
    const times = merged.map(({ timestamp }) => timestamp as string);
    expect(merged.filter(({ container }) => container === 'sidecar')).toHaveLength(2);
    expect(times.indexOf('2026-11-25T10:00:12.000Z')).toBe(2);
  });

  it('does not take a broken archive for the end of the world', async () => {
    const whole = gzipSync(Array.from({ length: 2000 }, (_, n) => `line ${n} ${Math.sin(n)}\n`).join(''));
    put(root, 'torn.log.1.gz', whole.subarray(0, whole.length / 2));
    appendFileSync(join(root, 'torn.log'), 'after it\n');
    const lines = await textOf('torn?tail=5');
    expect(lines[4]).toBe('after it');
    expect(lines[0]).toMatch(/^line \d+ /);
    put(root, 'garbage.log.1.gz', 'this is no archive');
    put(root, 'garbage.log', 'but this is a line\n');
    expect(await textOf('garbage')).toEqual(['but this is a line']);
  });

  it('reads of a file of two gigabytes no more than its end', async () => {
    const path = put(root, 'huge.log', '2026-11-25T09:00:00Z the first line\n');
    truncateSync(path, 2 ** 31); // sparse: the rest is one line of zeros
    appendFileSync(path, `\n${Array.from({ length: 150 }, (_, n) => `2026-11-25T10:00:00Z line ${n}\n`).join('')}`);
    const handle = await open(path);
    const reading = jest.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'read');
    const { lines, logs, truncated } = await read('huge?tail=100');
    const bytes = reading.mock.calls.reduce((sum, call) => sum + Number((call as unknown[])[2]), 0);
    reading.mockRestore();
    await handle.close();
    rmSync(path);
    expect([lines, truncated, logs.split('\n')[0]]).toEqual([100, true, '2026-11-25T10:00:00Z line 50']);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(200_000);
  });

  it('cuts a line of megabytes and goes on', async () => {
    put(root, 'long.log', `before\n${'x'.repeat(3_000_000)}\nafter\n`);
    const lines = await textOf('long');
    expect([lines[0], lines[2], lines[1].length < 70_000, lines[1].endsWith('[cut]')]).toEqual([
      'before',
      'after',
      true,
      true,
    ]);
    const { text } = await admin.get('/logs/long/download');
    expect(text).toBe(`${lines.join('\n')}\n`);
  });
});
