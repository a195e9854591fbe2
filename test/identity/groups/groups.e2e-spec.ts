import { TestApp, workerApp } from '../../support/app';
import type { Person } from '../../support/make';

describe('groups', () => {
  let t: TestApp;
  let [owner, member, stranger, admin]: Person[] = [];

  beforeAll(async () => {
    t = await workerApp();
    [owner, member, stranger, admin] = [
      await t.make.person(),
      await t.make.person(),
      await t.make.person(),
      await t.make.admin(),
    ];
  });
  afterAll(() => t.stop());

  const make = async (name: string): Promise<string> =>
    (await owner.client.post('/groups', { name })).body.id as string;

  it('are made, renamed and deleted by their owner, and have them as first member', async () => {
    const made = await owner.client.post('/groups', { name: ' Science fair ' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Science fair', owner_id: owner.user.id, member_count: 1 });
    const id = made.body.id as string;
    expect((await owner.client.patch(`/groups/${id}`, { name: 'Fair' })).body).toMatchObject({ id, name: 'Fair' });
    expect((await owner.client.delete(`/groups/${id}`)).status).toBe(204);
    expect((await owner.client.get(`/groups/${id}`)).status).toBe(404);
  });

  it('have a name of their own, without regard to case', async () => {
    await make('Chess');
    const again = await stranger.client.post('/groups', { name: 'CHESS' });
    expect([again.status, again.body.code]).toEqual([409, 'group_name_taken']);
  });

  it('show themselves and their members to those who belong to them, and are missing for the others', async () => {
    const id = await make('Choir');
    const missing = await stranger.client.get('/groups/0192f0a0-0000-7000-8000-000000000000');
    const hidden = await member.client.get(`/groups/${id}`);
    expect({ ...hidden.body, instance: '', request_id: '' }).toEqual({ ...missing.body, instance: '', request_id: '' });
    expect((await owner.client.put(`/groups/${id}/members/${member.user.id}`)).status).toBe(204);
    expect((await owner.client.put(`/groups/${id}/members/${member.user.id}`)).status).toBe(204); // again
    expect((await member.client.get(`/groups/${id}`)).body.member_count).toBe(2);
    const { body } = await member.client.get(`/groups/${id}/members`);
    expect(body.items.map((one: { user_id: string }) => one.user_id).sort()).toEqual(
      [owner.user.id, member.user.id].sort(),
    );
    expect((await member.client.put(`/groups/${id}/members/${stranger.user.id}`)).status).toBe(404);
    expect((await stranger.client.delete(`/groups/${id}/members/${member.user.id}`)).status).toBe(404);
    expect((await member.client.delete(`/groups/${id}/members/${member.user.id}`)).status).toBe(204); // leaves
    expect((await member.client.get(`/groups/${id}`)).status).toBe(404);
  });

  it('lists those the caller is in, by name, and all for who manages groups', async () => {
    await make('Zebra');
    const names = async (person: Person, query = '?limit=100'): Promise<string[]> =>
      (await person.client.get(`/groups${query}`)).body.items.map(({ name }: { name: string }) => name);
    expect(await names(stranger)).toEqual(['Everyone', 'Role: user']);
    expect(await names(owner)).toContain('Zebra');
    expect(await names(admin)).toContain('Zebra');
    expect(await names(owner, '?q=zeb')).toEqual(['Zebra']);
    const all = await names(owner);
    const first = await owner.client.get('/groups?limit=1');
    expect(first.body.items[0].name).toBe(all[0]);
    const second = await owner.client.get(`/groups?limit=1&cursor=${first.body.next_cursor}`);
    expect(second.body.items[0].name).toBe(all[1]);
  });

  it('follow a rule where they are called after it, and are not changed by hand', async () => {
    const teacher = await t.make.person({ roles: ['teacher'] });
    const pupil = await t.make.person({ roles: ['student'] });
    const classroom = await t.make.classroom({ teacherId: teacher.user.id });
    await t.make.enrollment({ classroomId: classroom.id, studentId: pupil.user.id });
    const id = `classroom:${classroom.id}`;
    expect((await pupil.client.get(`/groups/${id}`)).body).toMatchObject({
      id,
      name: classroom.name,
      owner_id: null,
      member_count: 2,
    });
    expect((await stranger.client.get(`/groups/${id}`)).status).toBe(404);
    expect((await pupil.client.get('/groups/role:student')).status).toBe(200);
    expect((await pupil.client.get('/groups/role:teacher')).status).toBe(404);
    for (const one of [id, 'everyone', 'role:student']) {
      const answers = [
        await pupil.client.put(`/groups/${one}/members/${owner.user.id}`),
        await pupil.client.delete(`/groups/${one}/members/${pupil.user.id}`),
        await pupil.client.patch(`/groups/${one}`, { name: 'Mine' }),
        await pupil.client.delete(`/groups/${one}`),
      ];
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [409, 'group_by_rule']));
    }
    const { body } = await teacher.client.get(`/groups/${id}/members`);
    expect(body.count).toBe(2);
  });

  it.each(['role:king', 'classroom:x', 'everybody', 'role:', "x' OR true"])('know no %s', async (id) => {
    expect((await admin.client.get(`/groups/${encodeURIComponent(id)}`)).status).toBe(404);
  });

  it('take a member once, whoever adds them at the same time', async () => {
    const id = await make('Rowing');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => owner.client.put(`/groups/${id}/members/${member.user.id}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect((await owner.client.get(`/groups/${id}`)).body.member_count).toBe(2);
  });

  it('stay when their owner is erased, for those who manage groups', async () => {
    const gone = await t.make.person();
    const { body } = await gone.client.post('/groups', { name: 'Orphans' });
    await gone.client.put(`/groups/${body.id}/members/${member.user.id}`);
    expect((await admin.client.delete(`/users/${gone.user.id}`)).status).toBe(204);
    expect((await admin.client.get(`/groups/${body.id}`)).body).toMatchObject({ owner_id: null, member_count: 1 });
    const { body: kept } = await member.client.get('/users/me/export');
    expect(kept.sections.groups).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Orphans' })]));
  });
});
