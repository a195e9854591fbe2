import { expectInvalid } from '../../commerce/catalog/support';
import { TestApp, workerApp } from '../../support/app';

describe('language and time zone of an account', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  beforeEach(() => t.reset());

  it('are English and UTC until their owner says otherwise', async () => {
    const { client } = await t.make.person();
    expect((await client.get('/users/me')).body).toMatchObject({ locale: 'en', time_zone: 'UTC' });
    const changed = await client.patch('/users/me', { locale: 'es', time_zone: ' europe/madrid' });
    expect(changed).toMatchObject({ status: 200, body: { locale: 'es', time_zone: 'Europe/Madrid' } });
    expect((await client.get('/users/me')).body).toEqual(changed.body);
    const { account } = (await client.get('/users/me/export')).body;
    expect(account).toMatchObject({ locale: 'es', time_zone: 'Europe/Madrid' });
    const { data } = (await client.graphql('{ me { locale timeZone } }')).body;
    expect(data.me).toEqual({ locale: 'es', timeZone: 'Europe/Madrid' });
  });

  it.each([
    ['time_zone', '+02:00'],
    ['time_zone', 'Mars/Base'],
    ['time_zone', ''],
    ['time_zone', null],
    ['locale', 'fr'],
    ['locale', 'ES'],
  ])('refuse %s %j, and change nothing', async (field, value) => {
    const { client } = await t.make.person();
    expectInvalid(await client.patch('/users/me', { full_name: 'Other', [field]: value }), field);
    const { full_name, locale, time_zone } = (await client.get('/users/me')).body;
    expect([full_name, locale, time_zone]).toEqual([expect.stringMatching(/^User /), 'en', 'UTC']);
  });

  it('may be given with the registration', async () => {
    const account = { email: 'ada@example.com', password: 'Sunny-Day-42', full_name: 'Ada' };
    const { status, body } = await t.client.post('/auth/register', {
      ...account,
      locale: 'es',
      time_zone: 'America/Bogota',
    });
    expect([status, body.locale, body.time_zone]).toEqual([201, 'es', 'America/Bogota']);
    const other = { ...account, email: 'bob@example.com' };
    expectInvalid(await t.client.post('/auth/register', { ...other, locale: 'de' }), 'locale');
    expectInvalid(await t.client.post('/auth/register', { ...other, time_zone: 'here' }), 'time_zone');
  });

  it('are gone with the person', async () => {
    const admin = await t.make.admin();
    const { id } = await t.make.user({ locale: 'es', timeZone: 'Europe/Madrid' });
    expect((await admin.client.delete(`/users/${id}`)).status).toBe(204);
    const [row] = await t.db.query('SELECT locale, time_zone FROM users WHERE id = $1', [id]);
    expect(row).toEqual({ locale: 'en', time_zone: 'UTC' });
  });
});
