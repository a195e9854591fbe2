import { createLocalJWKSet, JSONWebKeySet, jwtVerify } from 'jose';
import { upload, png } from '../../content/files/support';
import { classOf, teacher } from '../../school/support';
import { UpstreamServer, upstreams } from '../../platform/gateway/upstream-server';
import { startApp, TestApp } from '../../support/app';
import { mailTo } from '../../support/mails';
import type { Person } from '../../support/make';
import { PathProxy } from '../../support/path-proxy';
import { until } from '../../support/until';

/** A proxy takes `/atrium` off before the application sees it, so what the application says must have it again. */
const BASE = '/atrium';
const PUBLIC_URL = `https://school.example${BASE}/`;

describe('an installation below a path of its host', () => {
  let t: TestApp;
  let ada: Person;
  let billing: UpstreamServer;

  beforeAll(async () => {
    billing = await UpstreamServer.start();
    const targets = [{ url: `${billing.url}/base` }];
    t = await startApp({
      PUBLIC_URL,
      ...upstreams({ name: 'billing', targets, access: 'public' }),
    });
    ada = await t.make.person();
  });
  afterAll(async () => {
    await t?.stop();
    await billing?.close();
  });

  /** As a client behind that proxy does with an address it was given. */
  const follow = (address: string) => {
    expect(address).toMatch(new RegExp(`^${BASE}/api/v1/`));
    return ada.client.get(`/${address.slice(BASE.length)}`);
  };

  it('says where a task is', async () => {
    const started = await ada.client.post('/tasks/process-data?operation=sum', [{ value: 1 }]);
    expect(started.status).toBe(202);
    expect((await follow(started.headers.get('location') ?? '')).body.task_id).toBe(started.body.task_id);
  });

  it('says where the file of a report is', async () => {
    const { body } = await ada.client.post('/tasks/report', { report_type: 'simple' });
    const task = async () => (await ada.client.get(`/tasks/${body.task_id}`)).body;
    await until(async () => (await task()).status === 'completed');
    expect((await follow((await task()).result.download_url)).status).toBe(200);
  });

  it('says where an upload goes on', async () => {
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-metadata': 'filename YS5wbmc=' };
    const { status, headers: answered } = await ada.client.call('POST', '/storage/tus', { headers });
    expect(status).toBe(201);
    expect(answered.get('location')).toMatch(new RegExp(`^${BASE}/api/v1/storage/tus/`));
  });

  it('makes links of files that lead there', async () => {
    const file = await upload({ client: ada.client, url: t.url }, png(), 'a.png');
    const { body } = await ada.client.post(`/storage/files/${file.body.id}/share`, { expires_in: 60 });
    expect(body.url).toMatch(new RegExp(`^https://school\\.example${BASE}/api/v1/storage/shared/`));
  });

  it('prints the address of the page that verifies a transcript', async () => {
    const ms = await teacher(t);
    const { own, input } = await classOf(t, ms);
    await ms.client.post('/grades', input());
    const { body } = await own.client.post('/school/transcripts', { student_id: own.user.id });
    expect(body.url).toBe(`${PUBLIC_URL}school/verify/${body.code}`);
  });

  it('mails links', async () => {
    await t.client.post('/auth/password/forgot', { email: ada.user.email });
    const { text } = await mailTo(t, ada.user.email, /password/i);
    expect(/https:\/\/\S+/.exec(text)?.[0]).toMatch(/^https:\/\/school\.example\/atrium\/reset\?token=[\w-]+$/);
  });

  it('names itself in tokens as PUBLIC_URL does to the letter, and has its keys below it', async () => {
    const admin = await t.make.admin();
    const { id, client_secret: secret } = (await admin.client.post('/auth/clients', { name: 'Kiosk' })).body;
    const asked = await t.client.call('POST', '/auth/introspect', {
      body: `token=${ada.accessToken}`,
      headers: {
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(asked.body).toMatchObject({ active: true, iss: PUBLIC_URL });

    const proxy = await PathProxy.open(BASE);
    try {
      proxy.before(t.url);
      const address = `${PUBLIC_URL}.well-known/jwks.json`.replace('https://school.example/atrium', proxy.url);
      const { keys } = (await (await fetch(address)).json()) as JSONWebKeySet;
      const { payload } = await jwtVerify(ada.accessToken, createLocalJWKSet({ keys }), { issuer: PUBLIC_URL });
      expect(payload.sub).toBe(ada.user.id);
    } finally {
      await proxy.close();
    }
  });

  it('tells clients of the API where it is', async () => {
    const { body } = await t.client.get('//openapi.json');
    expect(body.servers).toEqual([{ url: BASE }]);
    expect(body.components.securitySchemes.login.flows.password.tokenUrl).toBe(`${BASE}/api/v1/auth/token`);
    const { body: links } = await t.client.get('//', { accept: 'application/json' });
    expect(links).toMatchObject({ api: `${BASE}/api/v1`, docs: `${BASE}/docs`, graphql: `${BASE}/graphql` });
  });

  it('leads redirects of a service behind the gateway back to the gateway, which names its own path', async () => {
    billing.handler = (_request, answer) => answer.writeHead(302, { location: '/base/login?next=%2F' }).end();
    const answer = await t.client.get('/gateway/billing/start');
    expect(answer.headers.get('location')).toBe(`${BASE}/api/v1/gateway/billing/login?next=%2F`);
    expect(billing.seen.at(-1)?.headers['x-forwarded-prefix']).toBe(`${BASE}/api/v1/gateway/billing`);
  });
});
