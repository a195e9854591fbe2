import { workerApp, TestApp } from '../../support/app';
import { mailsGone, mailsOf } from '../../support/mails';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { hello, mailIs, sent, SeenMail } from './support';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const LONG = 'A'.repeat(5_300_000);

describe('a mail of a person', () => {
  let t: TestApp;
  let ada: Person;
  let staff: Person;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(async () => {
    ada = await t.make.person({ fullName: 'Ada Lovelace', emailVerifiedAt: new Date() });
    staff = await t.make.person({
      roles: ['teacher'],
      fullName: 'Grace, "Amazing" Hopper',
      emailVerifiedAt: new Date(),
    });
  });

  const uploaded = async ({ accessToken }: Person): Promise<{ id: string }> => {
    const body = new FormData();
    body.set('file', new Blob([PNG], { type: 'image/png' }), 'dot.png');
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await fetch(`${t.url}/api/v1/storage/upload`, { method: 'POST', headers, body });
    return (await answer.json()) as { id: string };
  };
  const mailsAs = (subject: string) => mailsOf(t).filter((mail) => mail.subject === subject);

  it('goes to each recipient, once, from the application in their name, and answers go to them', async () => {
    const input = {
      ...hello(['a@x.example', 'A@x.example']),
      cc: ['b@x.example'],
      bcc: ['secret@x.example'],
      subject: 'To all',
    };
    const { status, body } = await staff.client.post('/mail/send', input);
    expect([status, body.status]).toEqual([202, 'queued']);
    expect(body.recipients).toEqual(
      ['a@x.example', 'b@x.example', 'secret@x.example'].map((to) => ({ to, status: 'queued' })),
    );
    const mail = await mailIs(staff.client, body.id, 'sent');
    expect(mail.recipients.map(({ to, field, status: s }) => [to, field, s])).toEqual([
      ['a@x.example', 'to', 'sent'],
      ['b@x.example', 'cc', 'sent'],
      ['secret@x.example', 'bcc', 'sent'],
    ]);
    const copies = mailsAs('To all');
    expect(copies).toHaveLength(3);
    expect(new Set(copies.map(({ raw }) => raw)).size).toBe(1); // the same for all, the blind one too
    expect(copies[0].raw).not.toContain('secret@x.example');
    expect(copies[0].raw).toMatch(/^From: "Grace, \\"Amazing\\" Hopper via Atrium" <no-reply@localhost>\r$/m);
    expect(copies[0].raw).toContain(`Reply-To: ${staff.user.email}\r\n`);
    expect(copies[0].raw).toContain(`Message-ID: <${body.id}@localhost>`);
    expect(copies[0].raw).not.toContain('Auto-Submitted');
  });

  it('has files as they were when it was accepted, and what came with it', async () => {
    const file = await uploaded(staff);
    const attachments = [
      { file_id: file.id },
      {
        filename: 'Grüße "1".txt',
        content_type: 'text/plain; charset=utf-8',
        content: Buffer.from('grüß').toString('base64'),
      },
    ];
    const soon = new Date(Date.now() + 86_400_000).toISOString();
    const id = await sent(staff.client, hello(['a@x.example'], { subject: 'With files', attachments, send_at: soon }));
    expect((await staff.client.delete(`/storage/files/${file.id}`)).status).toBe(204);
    await t.db.query('UPDATE mail_deliveries SET due_at = now() WHERE message_id = $1', [id]);
    const mail = await mailIs(staff.client, id, 'sent');
    expect(mail.attachments).toEqual([
      { filename: 'dot.png', content_type: 'image/png', size: PNG.length },
      { filename: 'Grüße "1".txt', content_type: 'text/plain; charset=utf-8', size: 6 },
    ]);
    const [{ raw }] = mailsAs('With files');
    expect(raw.replace(/\r\n/g, '')).toContain(PNG.toString('base64'));
    expect(raw).toContain('filename=dot.png');
  });

  it('takes no file that its sender may not view', async () => {
    const file = await uploaded(ada);
    const answer = await staff.client.post(
      '/mail/send',
      hello(['a@x.example'], { attachments: [{ file_id: file.id }] }),
    );
    expect([answer.status, answer.body.code]).toEqual([404, 'file_not_found']);
  });

  it.each([
    [{ attachments: [{ filename: 'a', content_type: 'text/plain', content: 'not base64!' }] }, 422, 'validation'],
    [{ attachments: [{ filename: 'a', content_type: 'text/plain' }] }, 422, 'validation'],
    [{ attachments: [{ filename: 'a\r\nX: y', content_type: 'text/plain', content: '' }] }, 422, 'validation'],
    [{ attachments: [{ filename: 'a', content_type: 'message/rfc822', content: 'YQ==' }] }, 422, 'validation'],
    [{ attachments: [{ filename: 'a', content_type: 'text/plain\r\nX: y', content: 'YQ==' }] }, 422, 'validation'],
    [{ attachments: [{ url: 'http://127.0.0.1/' }] }, 422, 'validation'],
    [
      { attachments: Array(11).fill({ filename: 'a', content_type: 'text/plain', content: 'YQ==' }) },
      422,
      'validation',
    ],
    [
      { attachments: Array(2).fill({ filename: 'a', content_type: 'text/plain', content: LONG }) },
      413,
      'attachments_too_large',
    ],
    [{ subject: 'Hello\r\nBcc: b@x.example' }, 422, 'validation'],
    [{ subject: 'Hello\u2028Bcc' }, 422, 'validation'],
    [{ reply_to: 'Ada <a@x.example>' }, 422, 'validation'],
    [{ category: 'security' }, 422, 'validation'],
    [{ category: 'News!' }, 422, 'validation'],
    [{ category: 'news', cc: ['c@x.example'] }, 422, 'validation'],
    [{ to: [] }, 422, 'validation'],
    [{ to: ['a@x.example', 'Bob <b@x.example>'] }, 422, 'validation'],
    [{ from: 'boss@x.example' }, 422, 'validation'],
    [{ send_at: '2100-01-01T00:00:00Z' }, 422, 'validation'],
  ])('is refused as %#', async (change, status, code) => {
    const before = await t.db.query('SELECT 1 FROM mail_messages');
    const answer = await staff.client.post('/mail/send', hello(['a@x.example'], change));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await t.db.query('SELECT 1 FROM mail_messages')).toHaveLength(before.length);
  });

  it('is sent once, however often its call is repeated under one key', async () => {
    const call = () =>
      staff.client.post('/mail/send', hello(['k@x.example'], { subject: 'Keyed' }), { 'idempotency-key': 'k-1' });
    const answers = await Promise.all([call(), call(), call()]);
    const again = await call();
    expect(again.status).toBe(202);
    expect(new Set([...answers, again].flatMap(({ status, body }) => (status === 202 ? [body.id] : []))).size).toBe(1);
    await mailsGone(t);
    expect(mailsAs('Keyed')).toHaveLength(1);
  });

  it('may answer to whom they name only where they may mail anybody', async () => {
    const id = await sent(staff.client, hello(['a@x.example'], { subject: 'Named', reply_to: 'office@x.example' }));
    await mailIs(staff.client, id, 'sent');
    expect(mailsAs('Named')[0].raw).toContain('Reply-To: office@x.example\r\n');
    const answer = await ada.client.post('/mail/send', hello(['a@x.example'], { reply_to: 'office@x.example' }));
    expect([answer.status, answer.body.code]).toEqual([403, 'mail_not_allowed']);
  });

  it('is its sender’s alone, and of who has manage_mail, who also sees letters without their text', async () => {
    const id = await sent(ada.client, hello([ada.user.email], { subject: 'Mine' }));
    const admin = await t.make.admin();
    expect((await staff.client.get(`/mail/sent/${id}`)).body.code).toBe('mail_not_found');
    expect((await staff.client.get(`/mail/sent/${id}/trace`)).status).toBe(404);
    expect((await staff.client.post(`/mail/sent/${id}/cancel`)).status).toBe(404);
    expect((await admin.client.get(`/mail/sent/${id}`)).body).toMatchObject({ subject: 'Mine', body: 'How are you?' });
    await t.client.post('/auth/password/forgot', { email: ada.user.email });
    await mailsGone(t);
    const to = encodeURIComponent(ada.user.email.toUpperCase());
    const all = (await admin.client.get(`/mail/sent?to=${to}`)).body.items as SeenMail[];
    expect(all.map(({ kind, template, category }) => [kind, template, category])).toEqual([
      ['system', 'reset-password', 'security'],
      ['user', null, 'transactional'],
    ]);
    const letter = (await admin.client.get(`/mail/sent/${all[0].id}`)).body;
    expect([letter.subject, letter.body, letter.html]).toEqual([null, null, null]);
    expect((await ada.client.get('/mail/sent')).body.items.map((one: SeenMail) => one.id)).toEqual([id]);
  });

  it('is found by status, recipient and time, page by page', async () => {
    const ids = [];
    for (let n = 0; n < 3; n++) ids.unshift(await sent(staff.client, hello([`p${n}@x.example`])));
    await mailsGone(t);
    const list = async (query: string) => (await staff.client.get(`/mail/sent?${query}`)).body;
    const first = await list('limit=2&status=sent');
    expect(first.items.map((one: SeenMail) => one.id)).toEqual(ids.slice(0, 2));
    const second = await list(`limit=2&status=sent&cursor=${first.next_cursor}`);
    expect([second.items.map((one: SeenMail) => one.id), second.next_cursor]).toEqual([ids.slice(2), null]);
    expect((await list('to=p1@x.example')).items.map((one: SeenMail) => one.id)).toEqual([ids[1]]);
    expect((await list('status=bounced')).count).toBe(0);
    expect((await list(`since=${new Date(Date.now() + 60_000).toISOString()}`)).count).toBe(0);
  });

  it('is cancelled before it has begun, and not after', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const id = await sent(staff.client, hello(['c@x.example'], { subject: 'Cancelled', send_at: later }));
    const answer = await staff.client.post(`/mail/sent/${id}/cancel`);
    expect([answer.status, answer.body.status]).toEqual([200, 'cancelled']);
    expect((await staff.client.post(`/mail/sent/${id}/cancel`)).body.code).toBe('mail_started');
    await t.db.query('UPDATE mail_deliveries SET due_at = now()');
    const other = await sent(staff.client, hello(['c@x.example'], { subject: 'Not cancelled' }));
    await mailIs(staff.client, other, 'sent');
    expect((await staff.client.post(`/mail/sent/${other}/cancel`)).body.code).toBe('mail_started');
    expect(mailsAs('Cancelled')).toEqual([]);
  });

  it('shows in its trace who asked, the gate and the attempt', async () => {
    const headers = { 'x-request-id': 'trace-me-1' };
    const { body } = await staff.client.post('/mail/send', hello(['t@x.example']), headers);
    await mailIs(staff.client, body.id, 'sent');
    const trace = (await staff.client.get(`/mail/sent/${body.id}/trace`)).body;
    expect(trace).toMatchObject({ message_id: `<${body.id}@localhost>`, request_id: 'trace-me-1', gate: 'send_mail' });
    expect(
      trace.steps.map((one: { step: string; to: string | null; status: string; code: number | null }) => [
        one.step,
        one.to,
        one.status,
        one.code,
      ]),
    ).toEqual([
      ['accepted', null, 'queued', null],
      ['attempt', 't@x.example', 'sent', 250],
    ]);
  });

  it('goes with its account, also while it waits', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await sent(ada.client, hello(['e@x.example'], { subject: 'Erased', send_at: later }));
    const exported = (await ada.client.get('/users/me/export')).body;
    expect(JSON.stringify(exported)).toContain('e@x.example');
    const admin = await t.make.admin();
    expect((await admin.client.delete(`/users/${ada.user.id}`)).status).toBe(204);
    expect(await t.db.query('SELECT 1 FROM mail_messages WHERE sender_id = $1', [ada.user.id])).toEqual([]);
  });

  it('may be mailed 20 times an hour, however many calls come at once', async () => {
    const call = (n: number) =>
      ada.client.post('/mail/send', hello([`q${n}@x.example`, `r${n}@x.example`, `s${n}@x.example`]));
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => call(n)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(6);
    const refused = answers.filter(({ status }) => status !== 202);
    expect(refused.map(({ status, body }) => [status, body.code, body.max])).toEqual(
      Array(6).fill([429, 'mail_quota', 20]),
    );
    expect(Number(refused[0].headers.get('retry-after'))).toBeGreaterThan(3000);
    expect((await ada.client.post('/mail/send', hello(['x@x.example', 'y@x.example']))).status).toBe(202);
    expect((await ada.client.post('/mail/send', hello(['z@x.example']))).status).toBe(429);
    const task = await ada.client.post('/tasks/email', { email: 'z@x.example', subject: 's', body: 'b' });
    expect([task.status, task.body.code]).toEqual([429, 'mail_quota']);
    await t.db.query(`UPDATE mail_messages SET created_at = created_at - interval '1 hour'`);
    expect((await ada.client.post('/mail/send', hello(['z@x.example']))).status).toBe(202);
  });

  it('of a task passes the gate again when the task is done', async () => {
    const start = (n: number) =>
      ada.client.post('/tasks/email', { email: `u${n}@x.example`, subject: 'Task', body: 'b' });
    const begun = await Promise.all(Array.from({ length: 25 }, (_, n) => start(n)));
    const ids = begun.flatMap(({ status, body }) => (status === 202 ? [body.task_id] : []));
    expect(ids.length).toBeGreaterThan(0);
    const open = `SELECT 1 FROM tasks WHERE status NOT IN ('completed', 'failed')`;
    await until(async () => (await t.db.query(open)).length === 0);
    const [{ count }] = await t.db.query<{ count: number }>(
      'SELECT coalesce(sum(recipients), 0)::int AS count FROM mail_messages WHERE sender_id = $1',
      [ada.user.id],
    );
    expect(count).toBe(20);
    const failed = await t.db.query(`SELECT error ->> 'code' AS code FROM tasks WHERE status = 'failed'`);
    expect(failed).toEqual(Array(ids.length - 20).fill({ code: 'mail_quota' }));
  });
});
