import { newId } from '../../../src/core/kernel/runtime';
import { violations } from '../../commerce/orders/support';
import { fetchBytes } from '../../content/files/support';
import { startApp, TestApp } from '../../support/app';
import type { Answer } from '../../support/client';
import type { Person } from '../../support/make';
import { makeFile, makeFolder, share } from './support';

const plain = ({ status, body }: Answer) => ({ status, ...body, instance: '', request_id: '' });

describe('shares', () => {
  let t: TestApp;
  let second: TestApp;
  let [owner, friend, stranger]: Person[] = [];

  beforeAll(async () => {
    t = await startApp();
    second = await startApp(t.env);
    [owner, friend, stranger] = [await t.make.person(), await t.make.person(), await t.make.person()];
  });
  afterAll(async () => {
    await second.stop();
    await t.stop();
  });
  afterEach(async () => expect(await violations(t)).toEqual([]));

  const elsewhere = (person: Person) => second.client.as(person.accessToken);

  it('give a right to a folder and all below it, on every door', async () => {
    const folder = await makeFolder(owner, 'Office');
    const inner = await makeFolder(owner, 'Invoices', folder);
    const file = await makeFile(t, owner, inner);
    expect((await friend.client.get(`/storage/files/${file}/metadata`)).status).toBe(404);
    const made = await share(owner, ['folder', folder], friend, 'view');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      resource_type: 'folder',
      resource_id: folder,
      principal: { type: 'user', id: friend.user.id, name: friend.user.fullName },
      permission: 'view',
      expires_at: null,
      url: null,
      granted_by: owner.user.id,
    });
    const { client } = friend;
    expect((await client.get(`/storage/files/${file}/metadata`)).body).toMatchObject({ folder: 'Office/Invoices' });
    expect((await client.get('/storage/files')).body.items.map(({ id }: { id: string }) => id)).toEqual([file]);
    expect((await client.get('/storage/files?folder=Office/Invoices')).body.count).toBe(1);
    expect((await fetchBytes(client, t.url, `/storage/download/${file}`)).status).toBe(200);
    expect((await client.get(`/folders/${inner}`)).body).toMatchObject({ path: 'Office/Invoices', permission: 'view' });
    expect((await client.get(`/folders/${inner}/children`)).body.items).toMatchObject([{ id: file, type: 'file' }]);
    expect((await client.get('/resources?owner=others')).body.count).toBe(3);
    for (const refused of [
      await client.patch(`/storage/files/${file}`, { description: 'mine now' }),
      await client.delete(`/storage/files/${file}`),
      await client.post('/folders', { name: 'New', parent_id: inner }),
      await client.post(`/folders/${inner}/move`, { parent_id: null }),
      await client.delete(`/folders/${inner}`),
    ]) {
      expect([refused.status, refused.body.code]).toEqual([403, 'permission_missing']);
    }
  });

  it('show a path from the first folder that the caller may see', async () => {
    const outer = await makeFolder(owner, 'Secret name');
    const inner = await makeFolder(owner, 'Shown', outer);
    const file = await makeFile(t, owner, inner);
    await share(owner, ['folder', inner], friend, 'view');
    const { body } = await friend.client.get(`/storage/files/${file}/metadata`);
    expect([body.folder, body.folder_id]).toEqual(['Shown', inner]);
    expect((await friend.client.get(`/folders/${inner}`)).body).toMatchObject({ path: 'Shown', parent_id: null });
    const { body: own } = await owner.client.get(`/storage/files/${file}/metadata`);
    expect(own.folder).toBe('Secret name/Shown');
  });

  it('hide a stranger’s things as missing ones', async () => {
    const file = await makeFile(t, owner);
    const asked = (id: string) =>
      Promise.all([
        stranger.client.get(`/storage/files/${id}/metadata`),
        stranger.client.get(`/shares?resource_type=file&resource_id=${id}`),
        share(stranger, ['file', id], friend, 'view'),
        stranger.client.delete(`/storage/files/${id}`),
      ]);
    const [hidden, missing] = [await asked(file), await asked(newId())];
    expect(hidden.map(plain)).toEqual(missing.map(plain));
    expect(hidden.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('end with the next request, on every instance', async () => {
    const folder = await makeFolder(owner, 'For a while');
    const file = await makeFile(t, owner, folder);
    const { body } = await share(owner, ['folder', folder], friend, 'view');
    expect((await elsewhere(friend).get(`/storage/files/${file}/metadata`)).status).toBe(200);
    expect((await owner.client.delete(`/shares/${body.id}`)).status).toBe(204);
    expect((await elsewhere(friend).get(`/storage/files/${file}/metadata`)).status).toBe(404);
    expect((await owner.client.delete(`/shares/${body.id}`)).status).toBe(404);
  });

  it('end by themselves at their time', async () => {
    const file = await makeFile(t, owner);
    const past = await share(owner, ['file', file], friend, 'view', { expires_at: '2020-01-01T00:00:00Z' });
    expect([past.status, past.body.errors?.[0].field]).toEqual([422, 'expires_at']);
    const { body } = await share(owner, ['file', file], friend, 'view', { expires_at: '2100-01-01T00:00:00Z' });
    expect((await friend.client.get(`/storage/files/${file}/metadata`)).status).toBe(200);
    await t.db.execute(`UPDATE shares SET expires_at = now() - interval '1 second' WHERE id = $1`, [body.id]);
    expect((await friend.client.get(`/storage/files/${file}/metadata`)).status).toBe(404);
    expect((await friend.client.get('/storage/files')).body.items).not.toContainEqual(
      expect.objectContaining({ id: file }),
    );
  });

  it('reach a group, a role, a classroom and everyone, as long as somebody is in it', async () => {
    const teacher = await t.make.person({ roles: ['teacher'] });
    const [pupil, other] = [await t.make.person({ roles: ['student'] }), await t.make.person({ roles: ['student'] })];
    const classroom = await t.make.classroom({ teacherId: teacher.user.id });
    await t.make.enrollment({ classroomId: classroom.id, studentId: pupil.user.id });
    const group = (await teacher.client.post('/groups', { name: 'Club' })).body.id as string;
    await teacher.client.put(`/groups/${group}/members/${other.user.id}`);
    const seen = async (file: string): Promise<number[]> =>
      Promise.all(
        [pupil, other, stranger].map(
          async (one) => (await elsewhere(one).get(`/storage/files/${file}/metadata`)).status,
        ),
      );
    const files: Record<string, string> = {};
    for (const id of [`classroom:${classroom.id}`, group, 'everyone']) {
      files[id] = await makeFile(t, teacher);
      const { status, body } = await share(teacher, ['file', files[id]], { type: 'group', id }, 'view');
      expect([status, body.principal.id]).toEqual([201, id]);
    }
    expect(await seen(files[`classroom:${classroom.id}`])).toEqual([200, 404, 404]);
    expect(await seen(files[group])).toEqual([404, 200, 404]);
    expect(await seen(files.everyone)).toEqual([200, 200, 200]);
    const admin = await t.make.admin();
    const mine = await makeFile(t, admin);
    expect((await share(admin, ['file', mine], { type: 'group', id: 'role:student' }, 'view')).status).toBe(201);
    expect(await seen(mine)).toEqual([200, 200, 404]);
    await teacher.client.delete(`/groups/${group}/members/${other.user.id}`);
    expect(await seen(files[group])).toEqual([404, 404, 404]);
    const path = `/classrooms/${classroom.id}/enrollments/${pupil.user.id}`;
    expect((await admin.client.delete(path)).status).toBe(204);
    expect(await seen(files[`classroom:${classroom.id}`])).toEqual([404, 404, 404]);
    expect((await teacher.client.delete(`/groups/${group}`)).status).toBe(204);
    expect((await teacher.client.get(`/shares?resource_type=file&resource_id=${files[group]}`)).body.count).toBe(0);
  });

  it('are no greater than the right of who gives them, and are taken back by them', async () => {
    const file = await makeFile(t, owner);
    await share(owner, ['file', file], friend, 'edit');
    const third = await t.make.person();
    const more = await share(friend, ['file', file], third, 'manage');
    expect([more.status, more.body.code, more.body.permission]).toEqual([403, 'share_exceeds_own', 'edit']);
    const given = await share(friend, ['file', file], third, 'comment');
    expect(given.status).toBe(201);
    expect((await friend.client.patch(`/shares/${given.body.id}`, { permission: 'manage' })).status).toBe(403);
    expect((await friend.client.patch(`/shares/${given.body.id}`, { permission: 'view' })).body.permission).toBe(
      'view',
    );
    expect((await third.client.patch(`/shares/${given.body.id}`, { permission: 'edit' })).status).toBe(404);
    expect((await stranger.client.get(`/shares/${given.body.id}`)).status).toBe(404);
    await owner.client.patch(`/shares/${given.body.id}`, { permission: 'manage' });
    const less = await share(friend, ['file', file], third, 'view');
    expect([less.status, less.body.code]).toEqual([403, 'share_exceeds_own']);
    expect((await third.client.delete(`/shares/${given.body.id}`)).status).toBe(204); // gives it up
    expect((await third.client.get(`/storage/files/${file}/metadata`)).status).toBe(404);
  });

  it('are one for each principal: the second changes the first, and the owner has no other', async () => {
    const file = await makeFile(t, owner);
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => share(owner, ['file', file], friend, 'comment')),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const again = await share(owner, ['file', file], friend, 'edit');
    expect([again.status, again.body.permission]).toEqual([200, 'edit']);
    await share(owner, ['file', file], stranger, 'manage');
    const self = await share(stranger, ['file', file], owner, 'view');
    expect([self.status, self.body.code]).toEqual([409, 'share_with_owner']);
  });

  it.each([
    ['a user without an id', { principal: { type: 'user' } }, 422],
    ['somebody who is not there', { principal: { type: 'user', id: newId() } }, 404],
    ['no uuid', { principal: { type: 'user', id: 'x' } }, 404],
    ['a group that is not there', { principal: { type: 'group', id: 'role:king' } }, 404],
    ['a kind of principal that is none', { principal: { type: 'owner' } }, 422],
    ['a password for a user', { password: 'open', principal: { type: 'group', id: 'everyone' } }, 422],
    ['a link to somebody', { principal: { type: 'link', id: newId() } }, 422],
    ['a permission that is none', { permission: 'own', principal: { type: 'link' } }, 422],
    ['a link that manages', { permission: 'manage', principal: { type: 'link' } }, 422],
    ['a type that is another', { resource_type: 'folder', principal: { type: 'link' } }, 404],
  ])('refuse %s', async (_, input, status) => {
    const file = await makeFile(t, owner);
    const body = { resource_type: 'file', resource_id: file, permission: 'view', ...input };
    expect((await owner.client.post('/shares', body)).status).toBe(status);
    expect((await owner.client.get(`/shares?resource_type=file&resource_id=${file}`)).body.count).toBe(0);
  });

  it('list all to who may edit, and to the others what they gave', async () => {
    const file = await makeFile(t, owner);
    await share(owner, ['file', file], friend, 'view');
    await share(friend, ['file', file], stranger, 'view');
    const count = async ({ client }: Person) =>
      (await client.get(`/shares?resource_type=file&resource_id=${file}`)).body.count;
    expect([await count(owner), await count(friend), await count(stranger)]).toEqual([2, 1, 0]);
    const page = await owner.client.get(`/shares?resource_type=file&resource_id=${file}&limit=1`);
    const next = await owner.client.get(
      `/shares?resource_type=file&resource_id=${file}&limit=1&cursor=${page.body.next_cursor}`,
    );
    expect(next.body.items[0].principal.id).toBe(friend.user.id);
  });

  it('end with the account of who has them, and stay when who gave them is erased', async () => {
    const file = await makeFile(t, owner);
    const [giver, taker] = [await t.make.person(), await t.make.person()];
    await share(owner, ['file', file], giver, 'edit');
    await share(giver, ['file', file], taker, 'view');
    const admin = await t.make.admin();
    expect((await admin.client.delete(`/users/${giver.user.id}`)).status).toBe(204);
    const { body } = await owner.client.get(`/shares?resource_type=file&resource_id=${file}`);
    expect(body.items).toMatchObject([{ principal: { id: taker.user.id }, granted_by: null }]);
    expect((await taker.client.get(`/storage/files/${file}/metadata`)).status).toBe(200);
    expect((await taker.client.get('/users/me/export')).body.sections.shares).toMatchObject([{ resource_id: file }]);
  });
});
