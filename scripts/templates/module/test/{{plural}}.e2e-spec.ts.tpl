import { startApp, TestApp, workerApp } from '../../support/app';
import type { Client } from '../../support/client';
import { until } from '../../support/until';
import { make{{Singular}} } from './make';

describe('{{pluralWords}}', () => {
  let t: TestApp;
  let admin: Client;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(async () => {
    await t.reset();
    admin = (await t.make.admin()).client;
  });
  afterAll(() => t.stop());

  it('makes one, which a task checks after its event', async () => {
    const made = await admin.post('/{{plural}}', { title: 'A first one' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ title: 'A first one', checked_at: null });
    await until(async () => (await admin.get(`/{{plural}}/${made.body.id}`)).body.checked_at !== null);
  });

  it('lists the newest first, page by page', async () => {
    const rows = [await make{{Singular}}(t), await make{{Singular}}(t), await make{{Singular}}(t)];
    const first = await admin.get('/{{plural}}?limit=2');
    const second = await admin.get(`/{{plural}}?limit=2&cursor=${first.body.next_cursor}`);
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(ids).toEqual(rows.map(({ id }) => id).reverse());
    expect(second.body.next_cursor).toBeNull();
  });

  it('answers 404 for one that is not there', async () => {
    const answer = await admin.get('/{{plural}}/0192f0a0-0000-7000-8000-000000000000');
    expect([answer.status, answer.body.code]).toEqual([404, '{{singularSnake}}_not_found']);
  });

  it('refuses nobody and a user without the permission', async () => {
    const user = (await t.make.person()).client;
    expect((await t.client.post('/{{plural}}', { title: 'Mine' })).status).toBe(401);
    expect((await user.post('/{{plural}}', { title: 'Mine' })).status).toBe(403);
  });

  it('refuses a title beyond the setting', async () => {
    const strict = await startApp({ {{PLURAL}}_TITLE_MAX: '5' });
    try {
      const { client } = await strict.make.admin();
      const answer = await client.post('/{{plural}}', { title: 'Too long' });
      expect([answer.status, answer.body.code]).toEqual([422, '{{singularSnake}}_title_too_long']);
      expect((await client.post('/{{plural}}', { title: 'Short' })).status).toBe(201);
    } finally {
      await strict.stop();
    }
  });
});
