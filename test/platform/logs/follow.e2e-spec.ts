import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { within } from '../../support/within';
import { cri, LogStream, put } from './support';

const UID = '0b7f2a9c-1111-4222-8333-444455556666';

describe('following logs', () => {
  let t: TestApp;
  let admin: Person;
  const root = mkdtempSync(join(tmpdir(), 'atrium-pods-'));
  const streams: LogStream[] = [];
  let pods = 0;

  beforeAll(async () => {
    t = await startApp({ LOGS_SOURCE: 'directory', LOGS_DIRECTORY: root });
    admin = await t.make.admin();
  });
  afterEach(() => streams.splice(0).forEach((stream) => stream.close()));
  afterAll(async () => {
    await t.stop();
    rmSync(root, { recursive: true, force: true });
  });

  /** A pod of its own in the layout of a node. @returns its name, and the path of a file of its container */
  function pod(content: string): { name: string; path: (file: string) => string } {
    const name = `followed-${++pods}`;
    put(root, `default_${name}_${UID}/app/0.log`, content);
    return { name, path: (file) => join(root, `default_${name}_${UID}/app`, file) };
  }

  async function open(path: string, last?: string): Promise<LogStream> {
    const stream = await LogStream.open(t.url, admin.accessToken, path, last);
    streams.push(stream);
    return stream;
  }

  const has = (stream: LogStream, line: string) => until(() => stream.lines.includes(line));

  it('begins with the newest lines, then tells each one as it is written, once it has its end', async () => {
    const { name, path } = pod(cri(1, 'one') + cri(2, 'two') + cri(3, 'three'));
    const stream = await open(`${name}?follow=true&tail=2`);
    expect([stream.status, stream.contentType]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await has(stream, 'three');
    appendFileSync(path('0.log'), cri(4, 'four') + '2026-11-25T10:00:05.000000000Z stdout F fi');
    await has(stream, 'four');
    appendFileSync(path('0.log'), 've\n' + cri(6, 'begun, ', { tag: 'P' }) + cri(7, 'of stderr', { stream: 'stderr' }));
    await has(stream, 'of stderr');
    appendFileSync(path('0.log'), cri(8, 'completed'));
    await has(stream, 'begun, completed');
    expect(stream.lines).toEqual(['two', 'three', 'four', 'five', 'of stderr', 'begun, completed']);
  });

  it('tells only what is looked for, and as a list of members where that is asked for', async () => {
    const { name, path } = pod('');
    const stream = await open(`${name}?follow=true&level=error&format=json`);
    appendFileSync(path('0.log'), cri(1, '{"level":"info","msg":"a"}') + cri(2, '{"level":"error","msg":"b"}'));
    await until(() => stream.lines.length > 0);
    expect(stream.lines.map((line) => JSON.parse(line))).toMatchObject([
      { pod_name: name, container: 'app', level: 'error', fields: { msg: 'b' }, timestamp: '2026-11-25T10:00:02.000Z' },
    ]);
  });

  it('goes on over rotation, a line across it and the next run of the container', async () => {
    const { name, path } = pod(cri(1, 'one'));
    const stream = await open(`${name}?follow=true`);
    await has(stream, 'one');
    renameSync(path('0.log'), path('0.log.20261125-100001'));
    appendFileSync(path('0.log.20261125-100001'), cri(2, 'late, but in time') + cri(3, 'half ', { tag: 'P' }));
    writeFileSync(path('0.log'), cri(3, 'and half') + cri(4, 'after it'));
    await has(stream, 'after it');
    renameSync(path('0.log'), path('0.log.20261125-100002'));
    writeFileSync(path('0.log'), cri(5, 'in the third'));
    await has(stream, 'in the third');
    writeFileSync(path('1.log'), cri(6, 'of the next run'));
    await has(stream, 'of the next run');
    expect(stream.lines).toEqual([
      ...['one', 'late, but in time', 'half and half', 'after it', 'in the third', 'of the next run'],
    ]);
  });

  it.each([
    ['nothing', () => undefined],
    ['rotation', (path: (file: string) => string) => renameSync(path('0.log'), path('0.log.20261125-100001'))],
    [
      'compression',
      (path: (file: string) => string) => {
        writeFileSync(path('0.log.20261125-100001.gz'), gzipSync(readFileSync(path('0.log'))));
        unlinkSync(path('0.log'));
      },
    ],
    [
      'rewriting',
      (path: (file: string) => string) => {
        const text = readFileSync(path('0.log'));
        unlinkSync(path('0.log'));
        writeFileSync(path('0.log.20261125-100001'), text);
      },
    ],
  ])('with Last-Event-ID leaves nothing out and doubles nothing, after %s', async (_, happens) => {
    const { name, path } = pod(cri(1, 'one') + cri(2, 'two') + cri(2, 'two as well') + cri(3, 'three'));
    const first = await open(`${name}?follow=true`);
    await has(first, 'three');
    const { id } = first.events[1]; // of `two`
    first.close();
    happens(path);
    appendFileSync(path('0.log'), cri(4, 'four'));
    const second = await open(`${name}?follow=true&tail=1`, id);
    await has(second, 'four');
    expect(second.lines).toEqual(['two as well', 'three', 'four']);
  });

  it('with Last-Event-ID goes on within what was being joined', async () => {
    const { name, path } = pod(cri(1, 'half ', { tag: 'P' }) + cri(2, 'of stderr', { stream: 'stderr' }));
    const first = await open(`${name}?follow=true`);
    await has(first, 'of stderr');
    const { id } = first.events[0];
    first.close();
    appendFileSync(path('0.log'), cri(3, 'and half'));
    const second = await open(`${name}?follow=true`, id);
    await until(() => second.lines.length > 0);
    expect(second.lines).toEqual(['half and half']);
  });

  it('with a plain file goes on after it was copied and truncated, live and by Last-Event-ID', async () => {
    const path = put(root, 'plain.log', 'one\ntwo\nthree\n');
    const live = await open('plain?follow=true');
    await has(live, 'three');
    const { id } = live.events[0];
    const copy = 'one\ntwo\nthree\nfour\n';
    writeFileSync(`${path}.1`, copy);
    truncateSync(path);
    appendFileSync(path, 'five\n');
    await has(live, 'five');
    expect(live.lines).toEqual(['one', 'two', 'three', 'four', 'five']);
    const again = await open('plain?follow=true', id);
    await has(again, 'five');
    expect(again.lines).toEqual(['two', 'three', 'four', 'five']);
  });

  it('tells what is later where the line is gone altogether', async () => {
    const { name, path } = pod(cri(1, 'one') + cri(2, 'two'));
    const first = await open(`${name}?follow=true`);
    await has(first, 'two');
    const { id } = first.events[1];
    first.close();
    unlinkSync(path('0.log'));
    writeFileSync(path('0.log'), cri(1, 'old') + cri(3, 'new'));
    const second = await open(`${name}?follow=true`, id);
    await has(second, 'new');
    expect(second.lines).toEqual(['new']);
  });

  it('merges what several pods write, and goes on with each of them', async () => {
    const [a, b] = [pod(cri(1, 'a1')), pod('')];
    const path = `${a.name}?follow=true&also=${b.name}`;
    const first = await open(path);
    await has(first, `[${a.name}/app] a1`);
    appendFileSync(b.path('0.log'), cri(2, 'b1'));
    await has(first, `[${b.name}/app] b1`);
    const { id } = first.events[1];
    first.close();
    appendFileSync(a.path('0.log'), cri(3, 'a2'));
    appendFileSync(b.path('0.log'), cri(4, 'b2'));
    const second = await open(path, id);
    await until(() => second.lines.length >= 2);
    expect([...second.lines].sort()).toEqual([`[${a.name}/app] a2`, `[${b.name}/app] b2`]);
  });

  it('takes an id that is none of ours for none', async () => {
    const { name } = pod(cri(1, 'one'));
    for (const id of ['x', `${name}/app@`, `${name}/app@a.b.c.d.e.f`, '9'.repeat(5000)]) {
      const stream = await open(`${name}?follow=true`, id);
      await has(stream, 'one');
      stream.close();
    }
  });

  it('ends when the pod is gone', async () => {
    const { name } = pod(cri(1, 'one'));
    const stream = await open(`${name}?follow=true`);
    await has(stream, 'one');
    rmSync(join(root, `default_${name}_${UID}`), { recursive: true });
    await until(() => stream.ended);
    expect((await open(`${name}?follow=true`)).status).toBe(404);
  });

  it.each([
    ['session', (person: Person) => person.client.post('/auth/logout')],
    [
      'right',
      (person: Person) => admin.client.patch(`/users/${person.user.id}`, { permissions: ['read_logs:other-*'] }),
    ],
  ])('ends within a second with the %s', async (_, end) => {
    const { name } = pod(cri(1, 'one'));
    const person = await t.make.person({ permissions: ['read_logs:followed-*'] });
    const stream = await LogStream.open(t.url, person.accessToken, `${name}?follow=true`);
    streams.push(stream);
    await has(stream, 'one');
    await end(person);
    await within(2000, () => stream.ended, Boolean);
    expect([401, 403]).toContain((await LogStream.open(t.url, person.accessToken, `${name}?follow=true`)).status);
  });
});
