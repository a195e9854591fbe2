import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../src/core/kernel/config';
import { Breakers } from '../../../src/core/outbound';
import { DirectorySource } from '../../../src/modules/platform/logs/sources/directory-source';
import { KubernetesSource } from '../../../src/modules/platform/logs/sources/kubernetes-source';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until, untilStill } from '../../support/until';
import { within } from '../../support/within';
import { selfSigned } from '../../support/certificate';
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
  let port: number;

  beforeAll(async () => {
    api = new StandInKubernetes(pair);
    writeFileSync(caFile, pair.cert);
    port = await api.start();
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

  /** One more, besides that of the application. */
  async function sourceOf(env: Record<string, string>): Promise<KubernetesSource> {
    const source = new KubernetesSource(loadConfig({ ...t.env, ...env }), t.app.get(Breakers).get(`of ${made++}`));
    await source.check();
    return source;
  }
  let made = 0;

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
    ['mumbles', 502, 'logs_source_failed'],
  ] as const)('answers, when it answers %p, with %i and tells nobody why', async (fails, status, code) => {
    api.fails = fails;
    for (const path of ['/logs', '/logs/shop-1', '/logs/shop-1?follow=true']) {
      const answer = await admin.client.get(path);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.text).not.toMatch(/node-7|internal matter|127\.0\.0\.1|kube|json/i);
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
    const source = await sourceOf({ KUBERNETES_URL: `https://127.0.0.1:${port}` });
    await expect(source.pods()).rejects.toMatchObject({ code: 'unavailable' });
    expect(other.asked).toEqual([]); // nor is it told the token
    await other.stop();
  });

  it('takes a log at the pace of who reads it, and hangs up when nobody does any more', async () => {
    api.keep('flood/app');
    const source = await sourceOf({});
    const reader = await source.open({ pod: 'flood', container: 'app', previous: false });
    const lines = reader.forwards({ sinceMs: null, untilMs: null })[Symbol.asyncIterator]();
    expect((await lines.next()).value[0].text).toBe('flood');
    // Nobody reads on: what is under way fills the buffers of two sockets and no more.
    await untilStill(() => api.flooded);
    expect(api.flooded).toBeLessThan(32 * 1_048_576);
    await lines.next();
    await lines.return?.();
    await until(() => api.open === 0);
  });

  describe('by a kubeconfig', () => {
    /** Its cluster is ours, its users are known by a token, by what a plugin says, and by a plugin that fails. */
    const kubeconfig = (more: object = {}): string => {
      const path = join(folder, 'kubeconfig');
      const context = (user: string) => ({ name: `as-${user}`, context: { cluster: 'ours', user } });
      const plugin = (script: string) => ({ command: process.execPath, args: ['-e', script] });
      const says = `{"status":{"token":"${api.token}","expirationTimestamp":"2999-01-01T00:00:00Z"}}`;
      const content = {
        clusters: [
          {
            name: 'ours',
            cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority': 'ca.crt', ...more },
          },
        ],
        users: [
          { name: 'nobody', user: { token: 'secret-of-nobody' } },
          { name: 'somebody', user: { token: api.token } },
          { name: 'plugged', user: { exec: plugin(`console.log('${says}')`) } },
          { name: 'broken', user: { exec: plugin(`console.error('secret of the plugin'); process.exit(1)`) } },
        ],
        contexts: ['nobody', 'somebody', 'plugged', 'broken'].map(context),
        'current-context': 'as-nobody',
      };
      writeFileSync(path, JSON.stringify(content)); // which is YAML
      return path;
    };
    const as = (user: string, more?: object) =>
      sourceOf({
        KUBECONFIG: kubeconfig(more),
        KUBERNETES_CONTEXT: user && `as-${user}`,
        KUBERNETES_URL: 'http://none',
      });

    it.each(['somebody', 'plugged'])('asks as the one of its context: %s', async (user) => {
      const source = await as(user);
      expect(await source.find('shop-2')).toMatchObject({ name: 'shop-2', containers: ['app'] });
      const log = await source.open({ pod: 'shop-2', container: 'app', previous: false });
      const lines: string[] = [];
      for await (const batch of log.forwards({ sinceMs: null, untilMs: null }))
        lines.push(...batch.map(({ text }) => text));
      expect(lines).toEqual(['of shop-2']);
    });

    it.each(['', 'broken'])(
      'answers 502 where the API does not know who asks, or nobody can say: "%s"',
      async (user) => {
        await expect((await as(user)).pods()).rejects.toMatchObject({ code: 'logs_source_failed', status: 502 });
      },
    );

    it('is told at the start when it cannot be used, without what stands in it', async () => {
      await expect(as('stranger')).rejects.toThrow('KUBECONFIG has no such context');
      await expect(as('somebody', { 'proxy-url': 'http://127.0.0.1:1' })).rejects.toThrow('proxy');
      await expect(as('somebody', { 'certificate-authority': 'none' })).rejects.toThrow('ENOENT');
      await expect(sourceOf({ KUBECONFIG: join(folder, 'none') })).rejects.toThrow('ENOENT');
      writeFileSync(join(folder, 'bad'), 'users: [{name: "x", token: "secret]}');
      await expect(sourceOf({ KUBECONFIG: join(folder, 'bad') })).rejects.toThrow(/^KUBECONFIG is no kubeconfig$/);
      for (const more of [{ 'insecure-skip-tls-verify': true }, { server: 'http://127.0.0.1:1' }]) {
        const env = { ...t.env, NODE_ENV: 'production', KUBECONFIG: kubeconfig(more) };
        const source = new KubernetesSource(loadConfig(env), t.app.get(Breakers).get('of the test'));
        await expect(source.check()).rejects.toThrow('KUBECONFIG must be');
      }
    });
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
    await expect(sourceOf({ [name]: join(folder, 'none') })).rejects.toThrow('ENOENT');
    await expect(new DirectorySource(join(folder, 'none'), 'default').check()).rejects.toThrow('ENOENT');
  });
});
