import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../src/core/kernel/config';
import { closeLog, flushLog, openLog } from '../../../src/core/kernel/logging';
import { startApp, TestApp } from '../../support/app';
import { formsOf } from '../../support/dump';
import type { Person } from '../../support/make';
import { rawRequest, sendRaw } from '../../support/raw';
import { until } from '../../support/until';
import { within } from '../../support/within';
import { LogStream } from './support';

const FORGED = '\r\n{"level":"info","msg":"forged"}';
const CARD = '4111 1111 1111 1111';

describe('the application’s own logs', () => {
  let t: TestApp;
  let admin: Person;
  const logDir = mkdtempSync(join(tmpdir(), 'atrium-log-'));
  const file = () => join(logDir, 'atrium-0.1.log');

  beforeAll(async () => {
    t = await startApp({ LOG_DIR: logDir, LOG_LEVEL: 'info' });
    await openLog(loadConfig(t.env));
    admin = await t.make.admin();
  });
  afterAll(async () => {
    closeLog();
    await t.stop();
    rmSync(logDir, { recursive: true, force: true });
  });

  const read = async (query = '') => {
    flushLog();
    return (await admin.client.get(`/logs/atrium-0?tail=5000${query}`)).body;
  };

  it('are shown without any configuration, real lines as they come', async () => {
    await t.client.get('/products?limit=1', { 'x-request-id': 'looked-for-1' });
    const { body } = await admin.client.get('/logs');
    expect(body).toMatchObject({ source: 'app', items: [{ name: 'atrium-0', namespace: null, containers: ['app'] }] });
    const { logs } = await within(
      5000,
      () => read('&format=json&field=requestId=looked-for-1'),
      ({ lines }) => lines === 1,
    );
    expect(logs[0]).toMatchObject({
      level: 'info',
      container: 'app',
      fields: { method: 'GET', path: '/api/v1/products', status: 200, msg: 'request' },
    });
    expect(Math.abs(Date.parse(logs[0].timestamp) - Date.now())).toBeLessThan(60_000);
    const stream = await LogStream.open(t.url, admin.accessToken, 'atrium-0?follow=true&q=looked-for-2');
    await t.client.get('/products?limit=1', { 'x-request-id': 'looked-for-2' });
    await until(() => stream.lines.length === 1);
    stream.close();
    expect((await admin.client.get('/logs/atrium-0?previous=true')).body.code).toBe('no_previous_log');
    expect((await admin.client.get('/logs/atrium-1')).body.code).toBe('pod_not_found');
  });

  it('cannot be forged by what clients send: each line is one JSON object, however it is read', async () => {
    const hostile = `${FORGED}\u001b[31m\u2028\u2029\u0085x`;
    const path = `/api/v1/logs/${encodeURIComponent(`pod${hostile}`)}`;
    await sendRaw(
      t.url,
      rawRequest('GET', path, [`Authorization: Bearer ${admin.accessToken}`, 'User-Agent: a\u001b[2Kb']),
    );
    await sendRaw(t.url, rawRequest('GET', '/api/v1/nowhere%0d%0a%7b%22level%22%3a%22info%22%7d', []));
    await t.client.post('/auth/login', { email: `a${hostile}@example.com`, password: hostile });
    await t.client.post('/auth/register', { email: 'x@example.com', password: 'Sunny-Day-42', full_name: hostile });
    await within(
      5000,
      () => read('&q=auth/register'),
      ({ lines }) => lines > 0,
    );
    const raw = readFileSync(file(), 'utf8');
    for (const line of raw.split('\n').filter(Boolean)) {
      const parsed = JSON.parse(line);
      expect(parsed.msg).not.toBe('forged');
      expect(Object.keys(parsed)).toEqual(expect.arrayContaining(['level', 'time', 'msg']));
    }
    expect(raw).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
  });

  it('shows what other programs wrote so that nothing obeys it, in JSON, as text and as events', async () => {
    const stream = await LogStream.open(t.url, admin.accessToken, 'atrium-0?follow=true');
    const line =
      '\u001b[31mred\u001b[0m a\rb\u001b]0;title\u0007 \u2028id: 9\u2029 \u202eevil \u0000 \u009b31m {"level":"info"}';
    appendFileSync(file(), `${line}\ndata: forged\n\nevent: forged\nid: 7\n`);
    await until(() => stream.lines.some((one) => one === 'id: 7'));
    stream.close();
    const shown = String.raw`red a\u000db\u001b]0;title\u0007 \u2028id: 9\u2029 \u202eevil \u0000 \u009b31m {"level":"info"}`;
    const mine = stream.lines.slice(stream.lines.indexOf(shown));
    expect(mine.slice(0, 5)).toEqual([shown, 'data: forged', '', 'event: forged', 'id: 7']);
    expect(stream.raw).not.toMatch(/^(event: forged|id: 7|data: forged)$/m);
    const { logs, lines } = await read('&q=evil');
    expect([logs, lines]).toEqual([shown, 1]);
    const list = await read('&q=evil&format=json');
    expect(list.logs[0].text).toBe(shown);
    const { text } = await admin.client.get('/logs/atrium-0/download?q=evil');
    expect(text).toBe(`${shown}\n`);
  });

  it('shows no secret that somebody has logged, in no form, nor tells it to who searches', async () => {
    const secrets = {
      password: 'canary-hunter2',
      spaced: 'four canary hens',
      token: 'canary.Opaque_Token/42',
      jwt: admin.accessToken,
      card: CARD,
      bare: CARD.replaceAll(' ', ''),
      refresh: admin.refreshToken,
      cookie: 'canary-cookie',
    };
    const plain = [
      `login password=${secrets.password} next`,
      JSON.stringify({ level: 'info', msg: 'signup', body: { password: secrets.spaced, card: secrets.bare } }),
      JSON.stringify({ level: 'info', msg: JSON.stringify({ refresh_token: secrets.refresh, n: 1 }) }),
      `{"level":"info","msg":"p\\u0061ssword: ${secrets.password}"}`,
      `Authorization: Bearer ${secrets.token}`,
      `got ${secrets.jwt} and ${secrets.card} and ${secrets.bare}`,
      `GET /x?token=${encodeURIComponent(secrets.token)}&a=1`,
      `\u001b[32mpass\u001b[0mword: ${secrets.password}`,
      `Cookie: atrium=${secrets.cookie}`,
    ];
    const bare = JSON.stringify({ level: 'info', msg: 'paid', body: { card: secrets.bare, password: secrets.spaced } });
    appendFileSync(file(), `${bare}\n${plain.map((line) => `${line} MARK`).join('\n')}\n`);
    const stream = await LogStream.open(t.url, admin.accessToken, 'atrium-0?follow=true&tail=50&q=MARK');
    await until(() => stream.lines.length >= plain.length - 1);
    stream.close();
    const seen = [
      JSON.stringify(await read()),
      JSON.stringify(await read('&format=json')),
      (await admin.client.get('/logs/atrium-0/download')).text,
      stream.raw,
    ].join('\n');
    expect(seen).toContain('[masked]');
    for (const [name, secret] of Object.entries(secrets)) {
      for (const form of formsOf(secret)) expect(seen.includes(form) ? `${name} found` : 'clean').toBe('clean');
      for (const q of [secret.slice(0, 150), secret.slice(0, 12)]) {
        expect((await read(`&q=${encodeURIComponent(q)}`)).lines).toBe(0);
        const quoted = encodeURIComponent(q.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
        expect((await read(`&regex=true&q=${quoted}`)).lines).toBe(0);
      }
    }
    expect((await read(`&field=${encodeURIComponent(`body.password=${secrets.spaced}`)}`)).lines).toBe(0);
    expect((await read(`&field=${encodeURIComponent('body.card=[number]')}`)).lines).toBe(1);
    expect((await read(`&q=${encodeURIComponent('password=[masked]')}`)).lines).toBe(1);
  });

  it('follow over the files as the application rotates them', async () => {
    const stream = await LogStream.open(t.url, admin.accessToken, 'atrium-77?follow=true');
    expect(stream.status).toBe(404);
    const write = (number: number, ...lines: string[]) =>
      appendFileSync(
        join(logDir, `atrium-77.${number}.log`),
        lines.map((msg) => `${JSON.stringify({ time: new Date().toISOString(), msg })}\n`).join(''),
      );
    write(9, 'one');
    const good = await LogStream.open(t.url, admin.accessToken, 'atrium-77?follow=true');
    await until(() => good.lines.length === 1);
    write(9, 'two');
    await until(() => good.lines.length === 2); // so it has the file open
    write(9, 'two and a half');
    write(10, 'three');
    write(11, 'four');
    rmSync(join(logDir, 'atrium-77.9.log'));
    await until(() => good.lines.length === 5);
    good.close();
    expect(good.lines.map((line) => JSON.parse(line).msg)).toEqual(['one', 'two', 'two and a half', 'three', 'four']);
    expect(readdirSync(logDir)).toContain('atrium-77.11.log');
  });
});
