import { workerApp, TestApp } from '../../support/app';
import type { Answer } from '../../support/client';
import { mailsGone, mailsOf } from '../../support/mails';
import type { Person } from '../../support/make';
import { until } from '../../support/until';

const INVITE = { subject: 'Hello {{ name }}', html: '<p>Dear {{ name }}, see you {{ day }}.</p>' };

describe('templates of mail', () => {
  let t: TestApp;
  let admin: Person;
  let staff: Person;
  beforeAll(async () => {
    t = await workerApp();
    admin = await t.make.admin();
    staff = await t.make.person({ roles: ['teacher'], emailVerifiedAt: new Date() });
  });

  /** A process for templates takes its time to begin on a busy machine: until then it is 503, try again. */
  const patient = async (call: () => Promise<Answer>): Promise<Answer> => {
    const found: { answer?: Answer } = {};
    await until(async () => (found.answer = await call()).status !== 503);
    return found.answer as Answer;
  };
  const create = (input: object) => patient(() => admin.client.post('/mail/templates', input));
  const preview = (key: string, input: object) =>
    patient(() => admin.client.post(`/mail/templates/${key}/preview`, input));
  const send = (input: object) =>
    patient(() => staff.client.post('/mail/send-template', { to: ['r@x.example'], ...input }));
  const last = async () => {
    await mailsGone(t);
    return mailsOf(t)[mailsOf(t).length - 1];
  };

  it('are sent in the version that is published, in the language that is asked for', async () => {
    const first = await create({ key: 'invite', locale: 'en', ...INVITE });
    expect([first.status, first.body.version, first.body.published_at]).toEqual([201, 1, null]);
    const data = { name: 'Ada & <b>Co</b>', day: 'Friday' };
    expect((await send({ template: 'invite', data })).body.code).toBe('template_not_found'); // nobody has published it
    const publish = (version: number, locale = 'en') =>
      admin.client.post('/mail/templates/invite/publish', { locale, version });
    expect((await publish(1)).status).toBe(200);
    expect((await send({ template: 'invite', data })).status).toBe(202);
    expect(await last()).toMatchObject({
      ...{
        subject: 'Hello Ada & <b>Co</b>',
        html: expect.stringContaining('Dear Ada &amp; &lt;b&gt;Co&lt;/b&gt;, see you Friday.'),
      },
      text: expect.stringContaining('Dear Ada & <b>Co</b>, see you Friday.'),
    });
    const add = (input: object) => patient(() => admin.client.post('/mail/templates/invite/versions', input));
    expect((await add({ locale: 'en', ...INVITE, subject: 'Second' })).body.version).toBe(2);
    expect((await add({ locale: 'es', ...INVITE, subject: 'Hola {{ name }}' })).body.version).toBe(1);
    await publish(2);
    await publish(1, 'es');
    await send({ template: 'invite', data, locale: 'es' });
    expect((await last()).subject).toBe('Hola Ada & <b>Co</b>');
    await send({ template: 'invite', data });
    expect((await last()).subject).toBe('Second');
    await publish(1); // an older one again
    await send({ template: 'invite', data });
    expect((await last()).subject).toBe('Hello Ada & <b>Co</b>');
    const versions = (await admin.client.get('/mail/templates/invite/versions')).body.items;
    expect(versions.map((one: { locale: string; version: number }) => `${one.locale}${one.version}`)).toEqual([
      'es1',
      'en2',
      'en1',
    ]);
    expect((await publish(9)).body.code).toBe('template_not_found');
    const trace = (await staff.client.get('/mail/sent?limit=1')).body.items[0];
    expect((await staff.client.get(`/mail/sent/${trace.id}/trace`)).body).toMatchObject({
      template: 'invite',
      template_version: 1,
    });
  });

  it('name what the data lacks, and show a preview with gaps', async () => {
    const answer = await send({ template: 'invite', data: {} });
    expect([answer.status, answer.body.code, answer.body.missing]).toEqual([422, 'template_data', ['day', 'name']]);
    expect((await preview('invite', { locale: 'en', version: 1, data: { name: 'Ada' } })).body).toEqual({
      ...{ subject: 'Hello Ada', html: '<p>Dear Ada, see you .</p>', text: 'Dear Ada, see you .', missing: ['day'] },
    });
  });

  it('that are there from the start are in two languages', async () => {
    await send({ template: 'welcome', data: { name: 'Ada' } });
    expect((await last()).subject).toBe('Welcome, Ada');
    await send({ template: 'policy-created', data: { title: 'Respeto' }, locale: 'es' });
    expect((await last()).subject).toBe('Una política nueva: Respeto');
  });

  it('are none of the letters of the application', async () => {
    for (const template of ['reset-password', 'nope', '__proto__', 'constructor']) {
      const answer = await send({ template, data: {} });
      expect([answer.status, answer.body.code]).toEqual([404, 'template_not_found']);
    }
    expect((await create({ key: 'reset-password', locale: 'en', ...INVITE })).status).toBe(422);
    expect((await create({ key: 'invite', locale: 'en', ...INVITE })).body.code).toBe('template_taken');
  });

  it.each([
    ['{{ name', 'source'],
    ['{% include "/etc/passwd" %}', 'source'],
    ['{% render "x" %}', 'source'],
    ['{% layout "x" %}', 'source'],
    ['{{ name | raw }}', 'source'],
    ['<a href="javascript:alert(1)">x</a>', 'script'],
    ['<a href="  java&#x0A;script:alert(1)">x</a>', 'script'],
    ['<p onclick="x()">x</p>', 'script'],
    ['<script>x()</script>', 'script'],
  ])('are refused when they are written: %s', async (html, reason) => {
    const answer = await create({ key: 'bad', locale: 'en', subject: 's', html });
    expect([answer.status, answer.body.code, answer.body.reason]).toEqual([422, 'template_invalid', reason]);
  });

  it('do not let data become an address that runs', async () => {
    await create({ key: 'link', locale: 'en', subject: 's', html: '<a href="{{ url }}">x</a>' });
    await admin.client.post('/mail/templates/link/publish', { locale: 'en', version: 1 });
    const answer = await send({ template: 'link', data: { url: 'JavaScript:alert(1)' } });
    expect([answer.status, answer.body.reason]).toEqual([422, 'script']);
  });

  it('that never end, or make more than 512 kB, are stopped, and others go on', async () => {
    const endless = '{% for i in (1..100000000) %}{% for j in (1..100000000) %}{% endfor %}{% endfor %}';
    const big = '{% for i in (1..60000) %}0123456789{% endfor %}';
    const [stopped, large, good] = await Promise.all([
      create({ key: 'endless', locale: 'en', subject: 's', html: endless }),
      create({ key: 'big', locale: 'en', subject: 's', html: big }),
      preview('welcome', { locale: 'en', data: { name: 'Ada' } }),
    ]);
    expect(stopped.status).toBe(422);
    expect(['time', 'memory']).toContain(stopped.body.reason);
    expect([large.status, large.body.reason]).toEqual([422, 'size']);
    expect(good.body.subject).toBe('Welcome, Ada');
  });

  it('are for those who manage mail', async () => {
    expect((await staff.client.get('/mail/templates')).status).toBe(403);
    expect((await staff.client.post('/mail/templates', { key: 'a', locale: 'en', ...INVITE })).status).toBe(403);
  });
});
