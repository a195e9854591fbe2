import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApp, TestApp } from '../../support/app';
import { startProvider, TestProvider } from '../../support/oidc';
import { location, PUBLIC_URL, REDIRECT_URI, School } from './oidc-support';

/** A port nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a provider that is away', () => {
  it('is 503 at the beginning, and asked again the next time', async () => {
    const port = await freePort();
    const entry = { name: 'school', issuer: `http://127.0.0.1:${port}`, client_id: 'atrium', client_secret: 'x' };
    const t: TestApp = await startApp({ PUBLIC_URL, OIDC_PROVIDERS: JSON.stringify([entry]) });
    let provider: TestProvider | null = null;
    try {
      const { client } = await t.make.person();
      for (const answer of [await client.get('/auth/oauth/school'), await client.post('/auth/oauth/school/link')]) {
        expect(answer).toMatchObject({ status: 503, body: { code: 'identity_provider_unavailable' } });
        expect(answer.headers.get('retry-after')).toBe('5');
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
      expect((await client.get('/auth/me')).status).toBe(200);
      provider = await startProvider(REDIRECT_URI, port);
      const answer = await client.get('/auth/oauth/school');
      expect(answer.status).toBe(302);
      expect(location(answer).startsWith(provider.issuer)).toBe(true);
    } finally {
      await t.stop();
      await provider?.stop();
    }
  });

  it('is told to the login page when it goes away in between', async () => {
    const school = await School.open();
    try {
      const browser = school.browser();
      const back = await school.visit(await school.begin(browser), 'carol');
      await school.provider.stop();
      expect(await school.bringBack(browser, back)).toBe('/login?error=identity_provider_unavailable');
      expect(await school.whoIs(browser)).toBeNull();
    } finally {
      await school.close();
    }
  });

  it('is no provider when it speaks for another issuer', async () => {
    const other = createServer((_request, answer) => {
      answer.setHeader('content-type', 'application/json').end(JSON.stringify({ issuer: 'https://elsewhere.example' }));
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const entry = { name: 'school', issuer, client_id: 'atrium', client_secret: 'x' };
    const t = await startApp({ PUBLIC_URL, OIDC_PROVIDERS: JSON.stringify([entry]) });
    try {
      expect(await t.client.get('/auth/oauth/school')).toMatchObject({ status: 503 });
    } finally {
      await t.stop();
      await new Promise((resolve) => other.close(resolve));
    }
  });

  it('is 503 when it takes the call and says nothing', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const entry = { name: 'school', issuer, client_id: 'atrium', client_secret: 'x' };
    const t = await startApp({ PUBLIC_URL, OIDC_PROVIDERS: JSON.stringify([entry]) });
    try {
      expect(await t.client.get('/auth/oauth/school')).toMatchObject({ status: 503 });
    } finally {
      await t.stop();
      silent.closeAllConnections();
      await new Promise((resolve) => silent.close(resolve));
    }
  });
});
