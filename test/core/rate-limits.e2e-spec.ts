import { SessionsService } from '../../src/modules/identity/auth/sessions/sessions.service';
import { startApp, TestApp } from '../support/app';

const codes = (answers: { status: number }[]): Record<number, number> =>
  answers.reduce<Record<number, number>>((sum, { status }) => ({ ...sum, [status]: (sum[status] ?? 0) + 1 }), {});

describe('rate limits', () => {
  let one: TestApp;
  let two: TestApp;

  beforeAll(async () => {
    one = await startApp({ RATE_LIMITS: '100/minute,auth=5/minute' });
    two = await startApp(one.env);
  });

  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  it('count a caller over all instances, and say when to come back', async () => {
    const wrong = { email: 'nobody@example.com', password: 'wrong' };
    const answers = [];
    for (let index = 0; index < 8; index++) {
      answers.push(await (index % 2 ? one : two).client.post('/auth/login', wrong));
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const [last] = answers.slice(-1);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(last.headers.get('retry-after'))).toBeLessThanOrEqual(65);
    expect(last.body).toMatchObject({ code: 'rate_limited', status: 429 });
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining')).slice(0, 5)).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
    ]);
  });

  it('let no more through when all come at once on two instances', async () => {
    const token = await startSession(one);
    const answers = await Promise.all(
      Array.from({ length: 240 }, (_, index) => (index % 2 ? one : two).client.as(token).get('/users/me')),
    );
    expect(codes(answers)).toEqual({ 200: 100, 429: 140 });
  });

  it('count by user when known, so that one address may hold many', async () => {
    const answer = await one.client.as(await startSession(one)).get('/users/me');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('ratelimit-limit')).toBe('100');
    expect(answer.headers.get('ratelimit-remaining')).toBe('99');
  });

  it('are not talked round by a made-up X-Forwarded-For', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((index) =>
        one.client.post('/auth/login', { email: 'a@b.co', password: 'x' }, { 'x-forwarded-for': `203.0.113.${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 429]);
  });

  it('also count what never reaches a handler', async () => {
    const before = await one.client.get('//nowhere');
    const after = await one.client.get('//nowhere');
    const left = ({ headers }: { headers: Headers }) => Number(headers.get('ratelimit-remaining'));
    expect(before.status).toBe(404);
    expect(left(before) - left(after)).toBe(1);
  });
});

/** A session made without the login route, which is limited by address. */
async function startSession(t: TestApp): Promise<string> {
  const user = await t.make.user();
  return (await t.app.get(SessionsService).open(user.id, 'password')).accessToken;
}
