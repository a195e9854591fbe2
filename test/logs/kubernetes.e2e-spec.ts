import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/core/config';
import { Breakers } from '../../src/core/outbound';
import { DirectorySource } from '../../src/modules/logs/sources/directory-source';
import { KubernetesApi } from '../../src/modules/logs/sources/kubernetes-api';
import { KubernetesSource } from '../../src/modules/logs/sources/kubernetes-source';
import { startApp, TestApp } from '../support/app';
import type { Person } from '../support/make';
import { until } from '../support/until';
import { within } from '../support/within';
import { selfSigned } from './certificate';
import { StandInKubernetes } from './kubernetes-api';
import { LogStream, stamp } from './support';

describe('logs from what speaks the API of Kubernetes', () => {
  let t: TestApp;
  let admin: Person;
  let api: StandInKubernetes;
  const folder = mkdtempSync(join(tmpdir(), 'atrium-kube-'));
  const [tokenFile, caFile] = [join(folder, 'token'), join(folder, 'ca.crt')];
  const pair = selfSigned();
  const streams: LogStream[] = [];

  beforeAll(async () => {
    api = new StandInKubernetes(pair);
    writeFileSync(caFile, pair.cert);
    const port = await api.start();
    writeFileSync(tokenFile, `${api.token}\n`);
    api.keep('shop-1/app', [stamp(1), 'one'], [stamp(2, 5), '{"level":"error","msg":"two"}'], [stamp(3), 'three']);
    api.keep('shop-1/sidecar', [stamp(2), 'beside']);
    api.keep('shop-2/app', [stamp(1), 'of shop-2']);
    api.keep('shop-3/app');
    const log = api.logs.get('shop-1/app');
    if (log) log.previous = [{ time: stamp(0), text: 'before the restart' }];
    t = await startApp({
      LOGS_SOURCE: 'kubernetes',
      KUBERNETES_URL: `https://127.0.0.1:${port}`,
      KUBERNETES_TOKEN_FILE: tokenFile,
      KUBERNETES_CA_FILE: caFile,
    });
    admin = await t.make.admin();
  });
  afterEach(async () => {
    api.fails = null;
    await within(
      20_000,
      () => admin.client.get('/logs'),
      ({ status }) => status === 200,
    ); // a success, which the breaker counts anew from
    streams.splice(0).forEach((stream) => stream.close());
  });
  afterAll(async () => {
    await t.stop();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const textOf = async (path: string): Promise<string[]> =>
    (await admin.client.get(`/logs/${path}`)).body.logs.split('\n');

  async function follow(path: string, last?: string): Promise<LogStream> {
    const stream = await LogStream.open(t.url, admin.accessToken, path, last);
    streams.push(stream);
    return stream;
  }

  it('lists the pods of the namespace over all pages, as the service account, by TLS', async () => {
    const { body } = await admin.client.get('/logs');
    expect(body.source).toBe('kubernetes');
    expect(body.items).toEqual([
      { name: 'shop-1', namespace: 'default', containers: ['app', 'sidecar'], updated_at: '2026-11-25T09:59:00.000Z' },
      { name: 'shop-2', namespace: 'default', containers: ['app'], updated_at: '2026-11-25T09:59:00.000Z' },
      { name: 'shop-3', namespace: 'default', containers: ['app'], updated_at: '2026-11-25T09:59:00.000Z' },
    ]);
    expect(
      api.asked.every(({ token, path }) => token === api.token && path.startsWith('/api/v1/namespaces/default/pods')),
    ).toBe(true);
  });

  it('gives the newest lines of a container, of all, since, before the restart, and what is looked for', async () => {
    expect(await textOf('shop-1?container=app&tail=2')).toEqual(['{"level":"error","msg":"two"}', 'three']);
    expect(api.asked.at(-1)?.query).toMatchObject({ tailLines: '3' }); // no more than is needed
    expect(await textOf('shop-1')).toEqual([
      '[shop-1/app] one',
      '[shop-1/sidecar] beside',
      '[shop-1/app] {"level":"error","msg":"two"}',
      '[shop-1/app] three',
    ]);
    expect(await textOf('shop-1?container=app&since=2026-11-25T10:00:02.000Z&until=2026-11-25T10:00:03Z')).toEqual([
      '{"level":"error","msg":"two"}',
    ]);
    expect(api.asked.at(-1)?.query).toMatchObject({
      timestamps: 'true',
      sinceTime: '2026-11-25T10:00:02Z',
      container: 'app',
    });
    expect(await textOf('shop-1?container=app&previous=true')).toEqual(['before the restart']);
    expect((await admin.client.get('/logs/shop-2?previous=true')).body.code).toBe('no_previous_log');
    expect(await textOf('shop-1?container=app&level=error')).toEqual(['{"level":"error","msg":"two"}']);
    const { body } = await admin.client.get('/logs/shop-1?container=app&tail=1&format=json');
    expect(body.logs).toMatchObject([{ timestamp: '2026-11-25T10:00:03.000Z', stream: null, text: 'three' }]);
    expect((await admin.client.get('/logs/shop-3')).body).toMatchObject({ logs: '', lines: 0, truncated: false });
    expect((await admin.client.get('/logs/shop-2/download')).text).toBe('of shop-2\n');
  });

  it('says that there is no such pod or container', async () => {
    expect((await admin.client.get('/logs/shop-9')).body.code).toBe('pod_not_found');
    expect((await admin.client.get('/logs/shop-1?container=none')).body).toMatchObject({
      code: 'container_not_found',
      containers: ['app', 'sidecar'],
    });
  });

  it('asks for nothing outside the namespace, however the pod is called', async () => {
    api.asked.length = 0;
    for (const pod of ['..%2f..%2fsecrets', '..', 'shop-1%3Fx', 'shop-1%2Flog']) await admin.client.get(`/logs/${pod}`);
    expect(api.asked).toEqual([]);
  });

  it('follows, asks again when it is hung up on, and neither doubles nor loses a line of the same second', async () => {
    api.keep('shop-4/app', [stamp(1), 'one'], [stamp(2, 1000), 'two']);
    const stream = await follow('shop-4?follow=true');
    await until(() => stream.lines.length === 2 && api.following === 1);
    api.keep('shop-4/app', [stamp(2, 2000), 'three']);
    await until(() => stream.lines.includes('three'));
    const { id } = stream.events[1];
    api.hangUp();
    api.keep('shop-4/app', [stamp(2, 2000), 'three as well'], [stamp(2, 900_000), 'four']);
    await until(() => stream.lines.includes('four'));
    expect(stream.lines).toEqual(['one', 'two', 'three', 'three as well', 'four']);
    const again = await follow('shop-4?follow=true', id);
    await until(() => again.lines.includes('four'));
    expect(again.lines).toEqual(['three', 'three as well', 'four']);
    again.close();
    stream.close();
    await until(() => api.following === 0); // it does not go on behind our back
  });

  it('ends a stream when the pod is gone', async () => {
    api.keep('shop-5/app', [stamp(1), 'one']);
    const stream = await follow('shop-5?follow=true');
    await until(() => api.following === 1);
    api.logs.delete('shop-5/app');
    api.hangUp();
    await until(() => stream.ended);
  });

  it.each([
    [401, 502, 'logs_source_failed'],
    [403, 502, 'logs_source_failed'],
    [500, 502, 'logs_source_failed'],
    ['cuts', 503, 'unavailable'],
  ] as const)('answers, when it answers %p, with %i and tells nobody why', async (fails, status, code) => {
    api.fails = fails;
    for (const path of ['/logs', '/logs/shop-1', '/logs/shop-1?follow=true']) {
      const answer = await admin.client.get(path);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.text).not.toMatch(/node-7|internal matter|127\.0\.0\.1|kube/i);
    }
  });

  it('answers 502 while its token is not there', async () => {
    rmSync(tokenFile);
    expect((await admin.client.get('/logs/shop-2')).body.code).toBe('logs_source_failed');
    writeFileSync(tokenFile, api.token);
    expect((await admin.client.get('/logs/shop-2')).status).toBe(200);
  });

  it('takes a token that was renewed', async () => {
    api.token = 'service-account-token-2';
    writeFileSync(tokenFile, api.token);
    expect((await admin.client.get('/logs/shop-2')).body.logs).toBe('of shop-2');
  });

  it('trusts nobody else’s certificate', async () => {
    const other = new StandInKubernetes(selfSigned());
    const port = await other.start();
    const config = loadConfig({ ...t.env, KUBERNETES_URL: `https://127.0.0.1:${port}` });
    const client = new KubernetesApi(config, t.app.get(Breakers).get('of the test'));
    await client.prepare();
    await expect(client.json('/api/v1/namespaces/default/pods')).rejects.toMatchObject({ code: 'unavailable' });
    expect(other.asked).toEqual([]); // nor is it told the token
    await other.stop();
  });

  it('is not asked any more once it has failed five times, until one question is answered', async () => {
    api.fails = 500;
    for (let n = 0; n < 5; n++) expect((await admin.client.get('/logs')).status).toBe(502);
    const asked = api.asked.length;
    const refused = await admin.client.get('/logs');
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(api.asked.length).toBe(asked);
    api.fails = null;
    await within(
      20_000,
      () => admin.client.get('/logs'),
      ({ status }) => status === 200,
    );
  });

  it.each(['KUBERNETES_TOKEN_FILE', 'KUBERNETES_CA_FILE'])('is ill at the start without %s', async (name) => {
    const source = new KubernetesSource(
      loadConfig({ ...t.env, [name]: join(folder, 'none') }),
      t.app.get(Breakers).get('of the test'),
    );
    await expect(source.check()).rejects.toThrow('ENOENT');
    await expect(new DirectorySource(join(folder, 'none'), 'default').check()).rejects.toThrow('ENOENT');
  });
});
