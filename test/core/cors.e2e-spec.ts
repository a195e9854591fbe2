import { expectProblem } from '../commerce/catalog/support';
import { startApp, TestApp } from '../support/app';

const OURS = 'https://app.example.com';

describe('pages of other origins', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp({ CORS_ORIGINS: OURS })));
  afterAll(() => t.stop());

  const asked = (origin: string) => t.client.get('/products?limit=1', { origin });

  it('may read answers when they are named, with credentials, and nothing of them is for everybody', async () => {
    const { status, headers } = await asked(OURS);
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(OURS);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('vary')).toContain('Origin');
  });

  it.each(['https://evil.example', 'null', `${OURS}.evil`, 'https://evil-app.example.com', 'http://app.example.com'])(
    'may not: %s',
    async (origin) => {
      expect((await asked(origin)).headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('may ask beforehand', async () => {
    const preflight = { origin: OURS, 'access-control-request-method': 'PATCH' };
    const { status, headers } = await t.client.call('OPTIONS', '/users/me', { headers: preflight });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, OURS]);
    expect(headers.get('access-control-allow-methods')).toContain('PATCH');
  });

  it('do not make an address of what is none', async () => {
    expectProblem(await t.client.get('/nowhere'), 404, 'not_found');
    expectProblem(await t.client.patch('/auth/login', {}), 405, 'method_not_allowed');
  });
});
