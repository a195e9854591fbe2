import { Housekeeping } from '../../../src/core/data/housekeeping';
import { violations } from '../../commerce/orders/support';
import { png, upload } from '../files/support';
import { makeFile, makeFolder, share } from '../../platform/sharing/support';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';

describe('folders', () => {
  let t: TestApp;
  let [owner, friend]: Person[] = [];

  beforeAll(async () => {
    t = await startApp();
    [owner, friend] = [await t.make.person(), await t.make.person()];
  });
  afterAll(() => t.stop());
  afterEach(async () => expect(await violations(t)).toEqual([]));

  const pathOf = async (id: string, { client } = owner) => (await client.get(`/folders/${id}`)).body.path as string;
  const fileOf = async (id: string, { client } = owner) => client.get(`/storage/files/${id}/metadata`);

  it('are made at the root and in each other, each name once', async () => {
    const top = await makeFolder(owner, 'Top');
    const inner = await makeFolder(owner, 'Inner', top);
    expect(await pathOf(inner)).toBe('Top/Inner');
    const again = await owner.client.post('/folders', { name: 'Inner', parent_id: top });
    expect([again.status, again.body.code]).toEqual([409, 'folder_exists']);
    await makeFolder(owner, 'Inner'); // elsewhere
    await makeFolder(friend, 'Top'); // somebody else's
    const decomposed = await owner.client.post('/folders', { name: 'Cafe\u0301' });
    expect(decomposed.body.name).toBe('Café');
    expect((await owner.client.post('/folders', { name: 'Café' })).status).toBe(409);
    const rename = await owner.client.patch(`/folders/${inner}`, { name: 'Renamed' });
    expect(rename.body.path).toBe('Top/Renamed');
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', 'a\0b', 'x'.repeat(101), '\u202eevil'])('refuse the name %j', async (name) => {
    expect((await owner.client.post('/folders', { name })).status).toBe(422);
  });

  it('are the paths of files: an upload makes those that are missing, once', async () => {
    const { body } = await owner.client.get('/storage/files');
    const before = body.count as number;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        upload({ client: owner.client, url: t.url }, png(200), `${n}.png`, { folder: 'trips/2026' }),
      ),
    );
    expect(answers.map(({ status, body: file }) => [status, file.folder])).toEqual(
      answers.map(() => [201, 'trips/2026']),
    );
    expect(new Set(answers.map(({ body: file }) => file.folder_id)).size).toBe(1);
    expect((await owner.client.get('/storage/files?folder=trips/2026')).body.count).toBe(8);
    expect((await owner.client.get('/storage/files?folder=trips')).body.count).toBe(0);
    expect((await owner.client.get('/storage/files?limit=100')).body.count).toBe(before + 8);
    const trips = (await owner.client.get('/folders?limit=100')).body.items.find(
      ({ name }: { name: string }) => name === 'trips',
    );
    await owner.client.patch(`/folders/${trips.id}`, { name: 'journeys' });
    expect((await fileOf(answers[0].body.id)).body.folder).toBe('journeys/2026');
    const moved = await owner.client.patch(`/storage/files/${answers[0].body.id}`, { folder: null });
    expect([moved.status, moved.body.folder]).toEqual([200, null]);
  });

  it('move with all that lies in them, and bring the rights of their new place', async () => {
    const [shared, kept] = [await makeFolder(owner, 'Shared'), await makeFolder(owner, 'Kept')];
    const moving = await makeFolder(owner, 'Moving', kept);
    const file = await makeFile(t, owner, await makeFolder(owner, 'Deep', moving));
    await share(owner, ['folder', shared], friend, 'edit');
    expect((await fileOf(file, friend)).status).toBe(404);
    expect((await owner.client.post(`/folders/${moving}/move`, { parent_id: shared })).body.path).toBe('Shared/Moving');
    expect((await fileOf(file, friend)).body.folder).toBe('Shared/Moving/Deep');
    const back = await owner.client.post(`/folders/${moving}/move`, { parent_id: kept });
    expect(back.status).toBe(200);
    expect((await fileOf(file, friend)).status).toBe(404);
    const foreign = await friend.client.post(`/folders/${kept}/move`, { parent_id: null });
    expect(foreign.status).toBe(404);
    const into = await owner.client.post(`/folders/${moving}/move`, { parent_id: await makeFolder(friend, 'Hers') });
    expect([into.status, into.body.code]).toEqual([404, 'folder_not_found']);
  });

  it('never lie in themselves, also when two move at once', async () => {
    const a = await makeFolder(owner, 'A');
    const inner = await makeFolder(owner, 'In A', a);
    for (const parent of [a, inner]) {
      const { status, body } = await owner.client.post(`/folders/${a}/move`, { parent_id: parent });
      expect([status, body.code]).toEqual([409, 'folder_cycle']);
    }
    for (let n = 0; n < 5; n++) {
      const [one, two] = [await makeFolder(owner, `One ${n}`), await makeFolder(owner, `Two ${n}`)];
      const answers = await Promise.all([
        owner.client.post(`/folders/${one}/move`, { parent_id: two }),
        owner.client.post(`/folders/${two}/move`, { parent_id: one }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  it('keep their paths right while files come and folders move at once', async () => {
    const [left, right] = [await makeFolder(owner, 'Left'), await makeFolder(owner, 'Right')];
    const moving = await makeFolder(owner, 'Between', left);
    const work: Promise<unknown>[] = [];
    for (let n = 0; n < 12; n++) {
      work.push(owner.client.post(`/folders/${moving}/move`, { parent_id: n % 2 ? left : right }));
      work.push(makeFile(t, owner, moving, `${n}.png`));
      work.push(owner.client.post('/folders', { name: `New ${n}`, parent_id: moving }));
    }
    await Promise.all(work); // the invariants are looked at after each test
    expect((await owner.client.get(`/folders/${moving}/children?limit=100`)).body.count).toBe(24);
  });

  it('go with the account of their owner, but for those in which others keep something', async () => {
    const [gone, admin] = [await t.make.person(), await t.make.admin()];
    const shared = await makeFolder(gone, 'Shared');
    const [kept, own] = [await makeFolder(gone, 'Kept', shared), await makeFolder(gone, 'Own', shared)];
    await makeFile(t, gone, own);
    await share(gone, ['folder', shared], friend, 'edit');
    const file = await makeFile(t, friend, kept);
    expect((await admin.client.delete(`/users/${gone.user.id}`)).status).toBe(204);
    const left = await t.db.query<{ id: string }>('SELECT id FROM folders WHERE owner_id = $1', [gone.user.id]);
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([shared, kept]));
    expect((await fileOf(file, friend)).body.folder).toBe('Shared/Kept');
  });

  it('lie in each other at most 32 deep', async () => {
    let parent: string | undefined;
    for (let n = 0; n < 32; n++) parent = await makeFolder(owner, 'Deep', parent);
    await makeFile(t, owner, parent);
    const deeper = await owner.client.post('/folders', { name: 'Deep', parent_id: parent });
    expect([deeper.status, deeper.body.code]).toEqual([422, 'folder_too_deep']);
    const other = await makeFolder(owner, 'Holds one');
    await makeFolder(owner, 'Held', other);
    expect((await owner.client.post(`/folders/${other}/move`, { parent_id: parent })).status).toBe(422);
  });

  describe('in the trash', () => {
    it('are missing but for who manages them, and come back with their shares', async () => {
      const folder = await makeFolder(owner, 'Thrown');
      const file = await makeFile(t, owner, folder);
      await share(owner, ['folder', folder], friend, 'edit');
      expect((await owner.client.delete(`/folders/${folder}`)).status).toBe(204);
      expect((await owner.client.delete(`/folders/${folder}`)).status).toBe(404);
      for (const person of [owner, friend]) {
        expect((await fileOf(file, person)).status).toBe(404);
        expect((await person.client.get(`/folders/${folder}`)).status).toBe(404);
        expect((await person.client.get('/resources?limit=100')).body.items).not.toContainEqual(
          expect.objectContaining({ id: file }),
        );
      }
      await makeFolder(owner, 'Thrown'); // its name is free
      expect((await friend.client.get('/trash')).body.count).toBe(0);
      expect((await owner.client.get('/trash')).body.items).toMatchObject([{ id: folder, type: 'folder' }]);
      expect((await friend.client.post(`/trash/folder/${folder}/restore`)).status).toBe(404);
      expect((await owner.client.post(`/trash/folder/${folder}/restore`)).status).toBe(204);
      expect(await pathOf(folder)).toBe('Thrown (2)');
      expect((await fileOf(file, friend)).body.folder).toBe('Thrown (2)');
      expect((await owner.client.post(`/trash/folder/${folder}/restore`)).status).toBe(404);
    });

    it('leave what was thrown away before them, which comes back to the root when they are gone', async () => {
      const folder = await makeFolder(owner, 'Gone for ever');
      const [first, second] = [await makeFile(t, owner, folder, 'first.png'), await makeFile(t, owner, folder)];
      expect((await owner.client.delete(`/storage/files/${first}?trash=true`)).status).toBe(204);
      await owner.client.delete(`/folders/${folder}`);
      expect((await owner.client.delete(`/trash/folder/${folder}`)).status).toBe(204);
      expect((await owner.client.post(`/trash/folder/${folder}/restore`)).status).toBe(404);
      expect((await owner.client.post(`/trash/file/${first}/restore`)).status).toBe(204);
      expect((await fileOf(first)).body.folder).toBeNull();
      expect((await fileOf(second)).status).toBe(404);
      expect(await t.db.query('SELECT 1 FROM files WHERE id = $1', [second])).toEqual([]);
    });

    it('are deleted for ever after thirty days, with the bytes of their files', async () => {
      const folder = await makeFolder(owner, 'Old');
      const file = await makeFile(t, owner, folder);
      const young = await makeFolder(owner, 'Young');
      await owner.client.delete(`/folders/${folder}`);
      await owner.client.delete(`/folders/${young}`);
      await t.db.execute(
        `UPDATE resources SET trashed_at = now() - interval '30 days 1 minute' WHERE trashed_with = $1`,
        [folder],
      );
      await t.app.get(Housekeeping).run('sharing.trash');
      expect(await t.db.query('SELECT 1 FROM files WHERE id = $1', [file])).toEqual([]);
      expect((await owner.client.get('/trash')).body.items.map(({ id }: { id: string }) => id)).toContain(young);
      expect((await owner.client.get('/trash')).body.items.map(({ id }: { id: string }) => id)).not.toContain(folder);
    });
  });
});
