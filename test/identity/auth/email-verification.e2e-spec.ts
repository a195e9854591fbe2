import { TestApp, workerApp } from '../../support/app';
import { mailsOf, mailTo, tokenOf } from '../../support/mails';

const CONFIRM = /Confirm/;
let counter = 0;

describe('e-mail verification', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());

  const verify = (token: string) => t.client.post('/auth/email/verify', { token });

  async function registered() {
    const email = `new${++counter}@example.com`;
    const password = 'Sunny-Day-42';
    const { body, status } = await t.client.post('/auth/register', { email, password, full_name: 'New' });
    expect(status).toBe(201);
    expect(body.email_verified).toBe(false);
    const { body: pair } = await t.client.post('/auth/login', { email, password });
    return { email, id: body.id as string, client: t.client.as(pair.access_token) };
  }

  it('mails a link at registration that proves the address once', async () => {
    const { email, id, client } = await registered();
    const mail = await mailTo(t, email, CONFIRM);
    expect(mail.text).toContain(`${t.env.PUBLIC_URL ?? 'http://localhost:8000'}/verify?token=`);
    const token = tokenOf(mail);
    expect((await verify(token)).status).toBe(204);
    expect((await client.get('/users/me')).body.email_verified).toBe(true);
    const again = await verify(token);
    const garbage = await verify('garbage');
    expect(again).toMatchObject({ status: 401, body: { code: 'invalid_one_time_token' } });
    expect(garbage.text.replace(/"request_id":"[^"]+"/, '')).toBe(again.text.replace(/"request_id":"[^"]+"/, ''));
    const trail = await t.db.query(
      `SELECT outcome FROM audit_entries WHERE action = 'auth.email-verified' AND target = $1`,
      [`user:${id}`],
    );
    expect(trail).toEqual([{ outcome: 'success' }]);
  });

  it('mails another link on asking, in whose favour the first dies, five an hour', async () => {
    const { email, client } = await registered();
    const first = tokenOf(await mailTo(t, email, CONFIRM));
    expect((await client.post('/auth/email/verify/resend')).status).toBe(204);
    const second = tokenOf(await mailTo(t, email, CONFIRM, 1));
    expect((await verify(first)).status).toBe(401);
    for (let more = 0; more < 3; more++) expect((await client.post('/auth/email/verify/resend')).status).toBe(204);
    const refused = await client.post('/auth/email/verify/resend');
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(refused.headers.get('retry-after')).toBe('3600');
    expect((await verify(second)).status).toBe(401);
    const last = tokenOf(await mailTo(t, email, CONFIRM, 4));
    expect((await verify(last)).status).toBe(204);
    expect((await client.post('/auth/email/verify/resend')).status).toBe(204);
    expect(mailsOf(t).filter(({ to }) => to.includes(email))).toHaveLength(5);
    expect((await t.client.post('/auth/email/verify/resend')).status).toBe(401);
  });

  it('takes no token of a reset, nor the other way round', async () => {
    const { email } = await registered();
    const token = tokenOf(await mailTo(t, email, CONFIRM));
    expect((await t.client.post('/auth/password/reset', { token, password: 'Rainy-Night-43' })).status).toBe(401);
    expect((await verify(token)).status).toBe(204);
  });

  it('proves no other address than the one it was sent to', async () => {
    const { email, id, client } = await registered();
    const token = tokenOf(await mailTo(t, email, CONFIRM));
    await t.db.query('UPDATE users SET email = $2 WHERE id = $1', [id, `other-${email}`]);
    expect(await verify(token)).toMatchObject({ status: 401, body: { code: 'invalid_one_time_token' } });
    expect((await client.get('/users/me')).body.email_verified).toBe(false);
  });

  it('lets one of 16 uses at once succeed', async () => {
    const { email } = await registered();
    const token = tokenOf(await mailTo(t, email, CONFIRM));
    const answers = await Promise.all(Array.from({ length: 16 }, () => verify(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(15).fill(401)]);
  });
});
