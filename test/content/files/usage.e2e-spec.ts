import { TestApp, workerApp } from '../../support/app';
import type { Person } from '../../support/make';
import { png, upload } from './support';

describe('files of somebody', () => {
  let t: TestApp;
  let ada: Person;
  let bob: Person;
  beforeAll(async () => {
    t = await workerApp();
    [ada, bob] = [await t.make.person(), await t.make.person()];
  });
  afterAll(() => t.stop());

  const keep = async ({ client }: Person, bytes: number, fields: Record<string, string> = {}): Promise<string> => {
    const { status, body } = await upload({ client, url: t.url }, png(bytes), 'a.png', fields);
    expect(status).toBe(201);
    return body.id;
  };
  const usageOf = async ({ client }: Person): Promise<number> => (await client.get('/storage/usage')).body.used_bytes;

  it('take room that they see, the trash too, until they are removed for good', async () => {
    const quota = Number(t.env.FILE_QUOTA_BYTES ?? 0);
    const { status, body } = await ada.client.get('/storage/usage');
    expect([status, body]).toEqual([
      200,
      { used_bytes: 0, quota_bytes: quota || expect.any(Number), max_file_bytes: expect.any(Number) },
    ]);
    const [first] = [await keep(ada, 5000), await keep(ada, 3000), await keep(bob, 9000)];
    expect([await usageOf(ada), await usageOf(bob)]).toEqual([8000, 9000]);
    expect((await ada.client.delete(`/storage/files/${first}?trash=true`)).status).toBe(204);
    const trashed = (await ada.client.get('/trash')).body.items.length;
    expect([trashed, await usageOf(ada)]).toEqual([1, 8000]);
    expect((await ada.client.delete(`/trash/file/${first}`)).status).toBe(204);
    expect(await usageOf(ada)).toBe(3000);
    expect((await t.client.get('/storage/usage')).status).toBe(401);
  });

  it('are listed outside of any folder, and only their own', async () => {
    const [inside, outside] = [await keep(ada, 1000, { folder: 'trips' }), await keep(ada, 1001)];
    const lent = await keep(bob, 1002);
    const share = {
      resource_type: 'file',
      resource_id: lent,
      principal: { type: 'user', id: ada.user.id },
      permission: 'view',
    };
    expect((await bob.client.post('/shares', share)).status).toBe(201);
    const idsOf = async (query: string): Promise<string[]> =>
      (await ada.client.get(`/storage/files${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await idsOf('')).toEqual(expect.arrayContaining([inside, outside, lent]));
    const atRoot = await idsOf('?at_root=true');
    expect(atRoot).toContain(outside);
    expect(atRoot).not.toContain(inside);
    expect(atRoot).not.toContain(lent);
    expect((await ada.client.get('/storage/files?at_root=maybe')).status).toBe(422);
  });
});
