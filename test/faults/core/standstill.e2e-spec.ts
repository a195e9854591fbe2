import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchBytes, png, upload } from '../../content/files/support';
import { School } from '../../identity/auth/oidc-support';
import { stamp } from '../../platform/logs/support';
import { StandInKubernetes } from '../../platform/logs/kubernetes-api';
import { startApp, TestApp } from '../../support/app';
import type { Answer, Client } from '../../support/client';
import type { Person } from '../../support/make';
import { PrivatePostgres } from '../../support/private-postgres';
import { PrivateRedis } from '../../support/private-redis';
import { Proxy } from '../../support/proxy';
import { startS3, TestS3 } from '../../support/s3';
import { until } from '../../support/until';

/** A request may take five seconds; a busy machine adds to it. Nothing here wakes before it is told to. */
const HANGS_MS = 9000;

interface Said {
  readonly status: number;
  readonly headers: Headers;
}

async function answered<T extends Said>(call: Promise<T>): Promise<T> {
  const answer = await Promise.race([call, sleep(HANGS_MS, null, { ref: false })]);
  if (!answer) throw new Error('A request hangs');
  return answer;
}

async function refused(call: Promise<Said>): Promise<void> {
  const { status, headers } = await answered(call);
  expect([status, headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
}

describe('a Postgres that is stopped', () => {
  let postgres: PrivatePostgres;
  let t: TestApp;
  let person: Client;

  beforeAll(async () => {
    postgres = await PrivatePostgres.start();
    t = await startApp({ DATABASE_URL: postgres.url, DATABASE_POOL: '4', CACHE: 'off' });
    person = (await t.make.person()).client;
  });
  afterAll(async () => {
    postgres.thaw();
    await t.stop();
    postgres.stop();
  });

  const account = { email: 'b@example.com', password: 'Sunny-Day-42', full_name: 'B' };
  const calls = (): Promise<Answer>[] => [
    ...Array.from({ length: 8 }, (_, n) => t.client.get(`/products?limit=${n + 1}`)), // more than there are connections
    person.get('/orders'),
    person.get('/storage/files'),
    person.post('/chat/rooms', { kind: 'public', name: 'chess' }),
    t.client.post('/auth/register', account),
    t.client.post('/auth/register', account, { 'idempotency-key': 'a' }),
    t.client.post('/auth/login', { email: account.email, password: account.password }),
  ];

  it('is 503 for whatever needs it, and used again when it goes on', async () => {
    for (let round = 0; round < 2; round++) {
      postgres.freeze();
      await Promise.all(calls().map(refused));
      const graphql = await answered(t.client.post('//graphql', { query: '{ products { name } }' }));
      expect(graphql.body.errors[0].extensions).toMatchObject({ code: 'unavailable' });
      expect((await answered(t.client.get('//health/live'))).status).toBe(200);
      postgres.thaw();
      await until(async () => (await t.client.get('/products')).status === 200);
    }
    expect([201, 409]).toContain((await t.client.post('/auth/register', account)).status);
  });
});

describe('what stands still outside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-test-'));
  const tokenFile = join(folder, 'token');
  const mute = new Set<Socket>();
  let redis: PrivateRedis;
  let s3: TestS3;
  let link: Proxy;
  let kubernetes: StandInKubernetes;
  let smtp: Server;
  let school: School;
  let t: TestApp;
  let person: Person;

  beforeAll(async () => {
    redis = await PrivateRedis.start();
    s3 = await startS3();
    link = new Proxy(new URL(s3.env.S3_ENDPOINT), 80);
    await link.open();
    kubernetes = new StandInKubernetes();
    writeFileSync(tokenFile, kubernetes.token);
    kubernetes.keep('shop-1/app', [stamp(1), 'one']);
    smtp = createServer((socket) => void mute.add(socket.on('error', () => undefined)));
    smtp.listen(0, '127.0.0.1');
    await once(smtp, 'listening');
    school = await School.open({
      ...s3.env,
      S3_ENDPOINT: link.url,
      REDIS_URL: redis.url,
      SMTP_URL: `smtp://127.0.0.1:${(smtp.address() as { port: number }).port}`,
      LOGS_SOURCE: 'kubernetes',
      KUBERNETES_URL: `http://127.0.0.1:${await kubernetes.start()}`,
      KUBERNETES_TOKEN_FILE: tokenFile,
      RATE_LIMITS: '100000/minute,auth=100000/minute',
    });
    t = school.t;
    person = await t.make.admin();
  });
  afterAll(async () => {
    redis.thaw();
    link.thaw();
    school.provider.thaw();
    await school.close();
    await link.close();
    await s3.stop();
    await kubernetes.stop();
    for (const socket of mute) socket.destroy();
    smtp.close();
    await redis.stop();
    rmSync(folder, { recursive: true });
  });

  it('Redis: requests go on', async () => {
    const { id } = await t.make.product();
    redis.freeze();
    try {
      for (let round = 0; round < 2; round++) {
        for (const path of [`/products/${id}`, '/products', '/auth/me', '/tasks', '/chat/rooms', '/storage/files']) {
          expect([path, (await answered(person.client.get(path))).status]).toEqual([path, 200]);
        }
        const order = { items: [{ product_id: id, quantity: 1 }], shipping_address: 'Rue 1' };
        const key = { 'idempotency-key': `order-${round}` };
        expect((await answered(person.client.post('/orders', order, key))).status).toBe(201);
        expect(
          (await answered(person.client.post('/chat/rooms', { kind: 'public', name: `room-${round}` }))).status,
        ).toBe(201);
      }
    } finally {
      redis.thaw();
    }
    await until(async () => (await t.client.get('//health')).body.services.redis.status === 'healthy');
  });

  it('the store: an upload and a download are 503 and leave nothing, and succeed when it goes on', async () => {
    const place = { client: person.client, url: t.url };
    const [small, large] = [await upload(place, png()), await upload(place, png(2_000_000))];
    const path = (answer: Answer): string => `/storage/download/${answer.body.id}`;
    link.freeze();
    try {
      await Promise.all([
        refused(upload(place, png())),
        refused(upload(place, png(9_000_000))), // in several parts
        refused(fetchBytes(person.client, t.url, path(small))),
        refused(fetchBytes(person.client, t.url, path(large))),
      ]);
      expect((await answered(person.client.get('/storage/files'))).body.items).toHaveLength(2);
    } finally {
      link.thaw();
    }
    await until(async () => (await upload(place, png())).status === 201);
    expect((await fetchBytes(person.client, t.url, path(large))).status).toBe(200);
  });

  it('the provider: a login is refused and can be begun again', async () => {
    const browser = school.browser();
    school.provider.freeze();
    try {
      await refused(browser.call('GET', '/auth/oauth/school'));
      school.provider.thaw();
      await until(async () => (await browser.call('GET', '/auth/oauth/school')).status === 302);
      const back = await school.visit(await school.begin(browser), 'carol');
      school.provider.freeze();
      const { headers } = await answered(school.call(browser, back));
      expect(headers.get('location')).toBe('/login?error=identity_provider_unavailable');
    } finally {
      school.provider.thaw();
    }
    await until(async () => (await browser.call('GET', '/auth/oauth/school')).status === 302);
    expect(await school.logIn(browser, 'carol')).not.toContain('error');
  });

  it('Kubernetes: its pods, a log and a download are 503', async () => {
    expect((await person.client.get('/logs/shop-1')).status).toBe(200);
    kubernetes.fails = 'hangs';
    await Promise.all(
      ['/logs', '/logs/shop-1', '/logs/shop-1/download'].map((path) => refused(person.client.get(path))),
    );
    kubernetes.fails = null;
    await until(async () => (await person.client.get('/logs/shop-1')).status === 200);
  });

  it('the mail server: no request waits for it', async () => {
    const account = { email: 'mail@example.com', password: 'Sunny-Day-42', full_name: 'M' };
    expect((await answered(t.client.post('/auth/register', account))).status).toBe(201);
    expect((await answered(t.client.post('/auth/password/forgot', { email: account.email }))).status).toBe(202);
    await until(() => mute.size > 0); // it is being tried
    expect((await answered(t.client.get('/products'))).status).toBe(200);
  });
});
