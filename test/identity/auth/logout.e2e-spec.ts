import { startApp, TestApp, workerApp } from '../../support/app';
import { PASSWORD, Person } from '../../support/make';
import { within } from '../../support/within';

const SECOND_MS = 1000;
const NOBODY = 'redis://127.0.0.1:1';

describe.each([
  ['', {}],
  [' while the second instance has no Redis', { REDIS_URL: NOBODY }],
])('logout%s', (_, ofTheSecond) => {
  let one: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    one = await workerApp();
    two = await startApp({ ...one.env, ...ofTheSecond });
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const me = (token: string, t: TestApp) => t.client.as(token).get('/users/me');

  /** Signed in, and known as such by both instances. */
  async function known(email?: string): Promise<Pick<Person, 'accessToken' | 'refreshToken'> & { email: string }> {
    const address = email ?? (await one.make.user()).email;
    const { body } = await one.client.post('/auth/login', { email: address, password: PASSWORD });
    for (const t of [one, two]) expect((await me(body.access_token, t)).status).toBe(200);
    return { accessToken: body.access_token, refreshToken: body.refresh_token, email: address };
  }

  async function expectOver({
    accessToken,
    refreshToken,
  }: {
    accessToken: string;
    refreshToken: string;
  }): Promise<void> {
    await Promise.all(
      [one, two].map((t) =>
        within(
          SECOND_MS,
          () => me(accessToken, t),
          ({ status }) => status === 401,
        ),
      ),
    );
    for (const t of [one, two]) {
      const refused = await t.client.post('/auth/refresh', { refresh_token: refreshToken });
      expect(refused).toMatchObject({ status: 401, body: { code: 'invalid_refresh_token' } });
      expect((await me(accessToken, t)).status).toBe(401);
      const graphql = await t.client.as(accessToken).graphql('{ me { id } }');
      expect(graphql.body.errors?.[0].extensions).toMatchObject({ code: 'unauthenticated', status: 401 });
      expect((await t.client.as(accessToken).post('/auth/validate')).status).toBe(401);
    }
  }

  it.each(['first', 'second'])('ends the session everywhere within a second when the %s is told', async (which) => {
    const gone = await known();
    const other = await known(gone.email);
    const { status, text } = await (which === 'first' ? one : two).client.as(gone.accessToken).post('/auth/logout');
    expect({ status, text }).toEqual({ status: 204, text: '' });
    await expectOver(gone);
    for (const t of [one, two]) expect((await me(other.accessToken, t)).status).toBe(200);
  });

  it.each(['first', 'second'])('ends all my sessions and nobody else’s when the %s is told', async (which) => {
    const [mine, others] = [await known(), await known()];
    const alsoMine = await known(mine.email);
    const answer = await (which === 'first' ? one : two).client.as(mine.accessToken).post('/auth/logout-all');
    expect(answer.status).toBe(204);
    await expectOver(mine);
    await expectOver(alsoMine);
    for (const t of [one, two]) expect((await me(others.accessToken, t)).status).toBe(200);
  });

  it('needs somebody who is signed in', async () => {
    for (const path of ['/auth/logout', '/auth/logout-all']) {
      expect((await one.client.post(path)).status).toBe(401);
    }
    const { accessToken } = await known();
    expect((await one.client.as(accessToken).post('/auth/logout')).status).toBe(204);
    expect((await one.client.as(accessToken).post('/auth/logout')).status).toBe(401);
  });
});
