import { MESSAGE } from '../../../src/modules/platform/tasks/mails/message';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Breakers } from '../../../src/core/outbound';
import { Bus, Topic } from '../../../src/core/data/redis';
import { startApp, TestApp } from '../../support/app';
import { SmtpSink } from '../../support/smtp';
import { until } from '../../support/until';
import { MailService } from '../../../src/modules/communication/mail';

const PING: Topic<null> = { name: 'test.ping', accepts: (payload): payload is null => payload === null };

const stateOf = (t: TestApp, name: string) => t.app.get(Breakers).get(name).status.state;

describe('the breakers of two instances', () => {
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    one = await startApp();
    other = await startApp(one.env);
    for (const t of [one, other]) t.app.get(Breakers).get('test', { openMs: 400 });
    let heard = false;
    other.app.get(Bus).subscribe(PING, () => (heard = true));
    await until(async () => {
      await one.app.get(Bus).publish(PING, null);
      return heard;
    });
  });
  afterAll(async () => {
    await other.stop();
    await one.stop();
  });

  const fail = async (t: TestApp): Promise<void> => {
    for (let n = 0; n < 5; n++) (await t.app.get(Breakers).get('test').admit()).failed('ECONNREFUSED');
  };

  it('open and close together, with one probe among them, and are seen in health and metrics', async () => {
    await fail(one);
    await until(() => stateOf(other, 'test') === 'open');
    expect((await other.client.get('//health')).body).toMatchObject({ status: 'degraded', breakers: { test: 'open' } });
    expect((await one.client.get('//metrics')).text).toContain('outbound_breaker_state{breaker="test"} 2');

    await until(() => [one, other].every((t) => t.app.get(Breakers).get('test').isDue));
    const calls = [one, other, one, other].map(async (t) => t.app.get(Breakers).get('test').admit());
    const probes = (await Promise.allSettled(calls)).filter((call) => call.status === 'fulfilled');
    expect(probes).toHaveLength(1);
    probes[0].value.succeeded();
    await until(() => stateOf(one, 'test') === 'closed' && stateOf(other, 'test') === 'closed');
  });
});

describe('the breaker of the mail server', () => {
  it('opens after five failures, then lets it alone, and closes once it is back', async () => {
    const sink = await SmtpSink.start();
    const t = await startApp({ SMTP_URL: sink.url });
    try {
      await sink.close();
      const mails = t.app.get(MailService);
      const send = (to: string) =>
        t.db.transaction(() => mails.send({ to, template: MESSAGE, values: { subject: 's', body: 'b' } }));
      for (let n = 0; n < 6; n++) await send(`n${n}@example.com`);
      await until(() => stateOf(t, 'smtp') === 'open');
      expect((await t.client.get('//health')).body).toMatchObject({ breakers: { smtp: 'open' } });
      await sink.open();
      await until(async () => {
        await t.db.query('UPDATE event_deliveries SET due_at = now() WHERE delivered_at IS NULL AND due_at > now()');
        return sink.received.length === 6;
      }, 20_000);
      expect(stateOf(t, 'smtp')).toBe('closed');
    } finally {
      await t.stop();
      await sink.close();
    }
  });
});

describe('the breaker of a file store', () => {
  let server: Server;
  let t: TestApp;
  let hits = 0;
  let status = 500;
  beforeAll(async () => {
    server = createServer((_request, answer) => {
      hits += 1;
      answer.writeHead(status).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    t = await startApp({
      S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      S3_BUCKET: 'atrium',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
    });
  });
  afterAll(async () => {
    await t.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const upload = async (): Promise<{ status: number; code: string; retry: string | null }> => {
    const { client } = await t.make.person();
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7\n%%EOF']), 'a.pdf');
    const answer = await fetch(`${t.url}/api/v1/storage/upload`, { method: 'POST', headers: client.given, body: form });
    const { code } = (await answer.json()) as { code: string };
    return { status: answer.status, code, retry: answer.headers.get('retry-after') };
  };

  it('answers 503 without asking a store that is ill', async () => {
    status = 404;
    for (let n = 0; n < 6; n++) await upload();
    expect(stateOf(t, 's3')).toBe('closed');
    status = 500;
    for (let n = 0; n < 5 && stateOf(t, 's3') !== 'open'; n++) await upload();
    expect(stateOf(t, 's3')).toBe('open');
    const before = hits;
    const refused = await upload();
    expect(refused).toMatchObject({ status: 503, code: 'unavailable' });
    expect(Number(refused.retry)).toBeGreaterThanOrEqual(1);
    expect(hits).toBe(before);
  });
});

describe('the breaker of a provider to log in through', () => {
  it('opens after five failures and then asks it nothing', async () => {
    let hits = 0;
    const server = createServer((_request, answer) => {
      hits += 1;
      answer.writeHead(500).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const entry = { name: 'school', issuer, client_id: 'atrium', client_secret: 'x' };
    const t = await startApp({ OIDC_PROVIDERS: JSON.stringify([entry]) });
    try {
      for (let n = 0; n < 8; n++) {
        expect(await t.client.get('/auth/oauth/school')).toMatchObject({
          status: 503,
          body: { code: 'identity_provider_unavailable' },
        });
      }
      expect([hits, stateOf(t, 'oidc:school')]).toEqual([5, 'open']);
    } finally {
      await t.stop();
      server.close();
    }
  });

  it('is tried by one of many who come to two instances once it may be', async () => {
    let [hits, isHolding] = [0, false];
    let answer: () => void = () => undefined;
    const server = createServer((_request, response) => {
      hits += 1;
      answer = () => void response.writeHead(500).end();
      if (!isHolding) answer();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const entry = { name: 'school', issuer, client_id: 'atrium', client_secret: 'x' };
    const one = await startApp({ OIDC_PROVIDERS: JSON.stringify([entry]) });
    const other = await startApp(one.env);
    const both = [one, other];
    try {
      await until(async () => {
        // What was said while the other one was still connecting to Redis is lost to it: so each finds out for itself here.
        for (const t of both) if (stateOf(t, 'oidc:school') === 'closed') await t.client.get('/auth/oauth/school');
        return both.every((t) => stateOf(t, 'oidc:school') === 'open');
      });
      await until(() => both.every((t) => t.app.get(Breakers).get('oidc:school').isDue));
      [hits, isHolding] = [0, true];
      const calls = Array.from({ length: 100 }, (_, n) => both[n % 2].client.get('/auth/oauth/school'));
      // Those of the instance that asks wait for its answer together; the others are refused.
      await new Promise<void>((resolve) => {
        let left = 50;
        for (const call of calls) void call.then(() => --left === 0 && resolve());
      });
      expect(hits).toBe(1);
      answer();
      for (const { status } of await Promise.all(calls)) expect(status).toBe(503);
    } finally {
      await other.stop();
      await one.stop();
      server.closeAllConnections();
      server.close();
    }
  });

  it.each(['http://169.254.169.254', 'http://10.255.255.1'])('is not led by its document to %s', async (place) => {
    const server: Server = createServer((_request, answer) => {
      const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const [authorization_endpoint, token_endpoint, jwks_uri] = [`${issuer}/auth`, `${place}/token`, `${place}/keys`];
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify({ issuer, authorization_endpoint, token_endpoint, jwks_uri }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const entry = { name: 'school', issuer, client_id: 'atrium', client_secret: 'x' };
    const t = await startApp({ OIDC_PROVIDERS: JSON.stringify([entry]) });
    try {
      for (let n = 0; n < 5; n++) {
        const begun = await t.client.get('/auth/oauth/school');
        const { searchParams } = new URL(begun.headers.get('location') as string);
        const cookie = begun.headers.getSetCookie()[0].split(';', 1)[0];
        const back = `/auth/oauth/school/callback?code=x&state=${searchParams.get('state')}`;
        const answer = await t.client.get(back, { cookie });
        expect(answer.headers.get('location')).toContain('identity_provider_unavailable');
      }
      const { state, reason } = t.app.get(Breakers).get('oidc:school').status;
      expect({ state, reason }).toEqual({ state: 'open', reason: 'ADDRESS_REFUSED' });
    } finally {
      await t.stop();
      server.close();
    }
  });
});
