import { decode } from 'jsonwebtoken';
import { startApp, TestApp } from '../../support/app';
import { runCommand } from '../../support/command';
import { until } from '../../support/until';

const kidOf = (token: string): string | undefined => decode(token, { complete: true })?.header.kid;

describe('keys of access tokens', () => {
  let t: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    t = await startApp();
    two = await startApp(t.env);
  });
  afterAll(async () => {
    await two.stop();
    await t.stop();
  });

  const published = async (at: TestApp): Promise<string[]> =>
    (await at.client.get('//.well-known/jwks.json')).body.keys.map(({ kid }: { kid: string }) => kid);
  const me = async (token: string, at: TestApp): Promise<number> => (await at.client.as(token).get('/auth/me')).status;
  const publishEverywhere = (kid: string) =>
    until(async () => (await Promise.all([t, two].map(published))).every((kids) => kids.join() === kid));

  it('are thrown away at once on the command line: their tokens are refused everywhere, sessions go on', async () => {
    const person = await t.make.person();
    const [old] = await published(t);
    for (const at of [t, two]) expect(await me(person.accessToken, at)).toBe(200);
    const run = (...args: string[]) => runCommand(['keys:rotate', ...args], t.env);
    expect((await run('--later')).code).toBe(1);
    const { code, output } = await run('--now');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('signs from now on') });
    const kid = / key ([\w-]{43}) /.exec(output)?.[1] as string;
    expect(kid).not.toBe(old);
    await publishEverywhere(kid);
    for (const at of [t, two]) expect(await me(person.accessToken, at)).toBe(401);
    const { body } = await two.client.post('/auth/refresh', { refresh_token: person.refreshToken });
    expect(kidOf(body.access_token)).toBe(kid);
    for (const at of [t, two]) expect(await me(body.access_token, at)).toBe(200);
  });
});
