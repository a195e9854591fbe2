import { Housekeeping } from '../../../src/core/data/housekeeping';
import { newId } from '../../../src/core/kernel/runtime';
import { ActivityService } from '../../../src/modules/platform/activity';
import { Resources } from '../../../src/modules/platform/sharing';
import { expectProblem, NOBODY, statementsOf, walk } from '../../commerce/catalog/support';
import { startApp, TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import type { Person } from '../../support/make';
import { MANAGE_NOTES, Notes, notesManifest } from '../../support/notes';

const actsOf = async (client: Client, query = ''): Promise<string[]> =>
  (await client.get(`/activity?limit=100${query}`)).body.items.map((one: { act: string }) => one.act);

describe('activity', () => {
  let t: TestApp;
  let notes: Notes;
  let ada: Person;
  let bob: Person;
  beforeAll(async () => {
    t = await startApp({}, [notesManifest]);
    notes = new Notes(t);
  });
  afterAll(() => t.stop());
  beforeEach(async () => {
    await t.reset();
    [ada, bob] = [await t.make.person({ fullName: 'Ada Lovelace' }), await t.make.person()];
  });

  it('tells each change with who, what, when and the title of then, the newest first', async () => {
    const binder = await notes.binder(ada);
    const note = await notes.note(ada, { title: 'Draft' });
    await notes.change(ada, note, { title: 'Final' });
    await notes.move(ada, note, binder);
    const { body } = await ada.client.get(`/activity?resource=${note}`);
    expect(body).toMatchObject({ count: 3, next_cursor: null });
    expect(body.items).toMatchObject([
      { act: 'moved', title: 'Final', facts: { parent_id: binder } },
      { act: 'changed', title: 'Final', facts: {} },
      {
        act: 'created',
        title: 'Draft',
        resource_type: 'note',
        resource_id: note,
        url: `/notes/${note}`,
        actor_id: ada.user.id,
        actor_name: 'Ada Lovelace',
        created_at: expect.stringMatching(/Z$/),
      },
    ]);
    expect(await actsOf(ada.client)).toEqual(['moved', 'changed', 'created', 'created']);
  });

  it('is written with the change, and not without it', async () => {
    const note = await notes.note(ada);
    const failing = t.db.transaction(async () => {
      await t.app.get(Resources).change({ userId: ada.user.id }, note, { title: 'Never' });
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrow('after all not');
    expect(await actsOf(ada.client)).toEqual(['created']);
  });

  it('is of those resources that the caller may view now, also by the folders above', async () => {
    const binder = await notes.binder(ada);
    const note = await notes.note(ada, { parentId: binder });
    await notes.note(ada);
    expect(await actsOf(bob.client)).toEqual([]);
    const { id } = await notes.share(ada, binder, bob, 'view', 'binder');
    expect(await actsOf(bob.client, `&resource=${note}`)).toEqual(['created']);
    expect(await actsOf(bob.client)).toEqual(['created', 'created']);
    await ada.client.delete(`/shares/${id}`);
    expect(await actsOf(bob.client)).toEqual([]);
  });

  it('is of all for who manages all of a kind', async () => {
    const [note] = [await notes.note(ada), await notes.binder(ada)];
    const manager = await t.make.person({ permissions: [MANAGE_NOTES] });
    const { body } = await manager.client.get('/activity');
    expect(body.items).toMatchObject([{ resource_id: note }]);
    expect(body.count).toBe(1);
  });

  it('says nothing of a hidden resource that it does not say of a missing one', async () => {
    const hidden = await bob.client.get(`/activity?resource=${await notes.note(ada)}`);
    const missing = await bob.client.get(`/activity?resource=${NOBODY}`);
    expect(hidden.text).toBe(missing.text);
    expect(hidden.body).toEqual({ items: [], count: 0, next_cursor: null });
  });

  it('tells of shares those who may edit, and who gave them', async () => {
    const note = await notes.note(ada);
    const carl = await t.make.person();
    await notes.share(ada, note, bob, 'edit');
    await notes.share(ada, note, carl, 'view');
    expect(await actsOf(ada.client)).toEqual(['shared', 'shared', 'created']);
    expect(await actsOf(bob.client)).toEqual(['shared', 'shared', 'created']);
    expect(await actsOf(carl.client)).toEqual(['created']);
    const dora = await t.make.person();
    const { id } = await notes.share(carl, note, dora, 'view');
    expect(await actsOf(carl.client)).toEqual(['shared', 'created']);
    await carl.client.delete(`/shares/${id}`);
    expect(await actsOf(carl.client)).toEqual(['unshared', 'shared', 'created']);
  });

  it('of something in the trash is for those who manage it, and goes with it for ever', async () => {
    const note = await notes.note(ada);
    await notes.share(ada, note, bob, 'edit');
    await notes.trash(ada, note);
    expect(await actsOf(ada.client)).toEqual(['trashed', 'shared', 'created']);
    expect(await actsOf(bob.client)).toEqual([]);
    expect((await ada.client.post(`/trash/note/${note}/restore`)).status).toBe(204);
    expect(await actsOf(bob.client)).toEqual(['restored', 'trashed', 'shared', 'created']);
    await notes.remove(ada, note);
    expect(await actsOf(ada.client)).toEqual([]);
    expect(await t.db.query('SELECT id FROM activity_entries')).toEqual([]);
  });

  it('counts what lies in a folder that is thrown away', async () => {
    const binder = await notes.binder(ada);
    await notes.note(ada, { parentId: binder });
    await notes.trash(ada, binder, 'binder');
    const { body } = await ada.client.get(`/activity?resource=${binder}&limit=1`);
    expect(body.items).toMatchObject([{ act: 'trashed', facts: { count: 2 } }]);
  });

  it('is found by who did it', async () => {
    const note = await notes.note(ada);
    await notes.share(ada, note, bob, 'edit');
    await notes.change(bob, note, { title: 'By Bob' });
    expect(await actsOf(ada.client, `&actor_id=${bob.user.id}`)).toEqual(['changed']);
    expect(await actsOf(ada.client, `&actor_id=${bob.user.id}&resource=${NOBODY}`)).toEqual([]);
    expect(await actsOf(bob.client, `&actor_id=${ada.user.id}`)).toEqual(['shared', 'created']);
  });

  it('has pages that stay right while entries are added, of two statements at most', async () => {
    const note = await notes.note(ada);
    for (let n = 0; n < 6; n++) await notes.change(ada, note, { title: `Title ${n}` });
    const add = () => notes.change(ada, note, { title: 'Later' });
    const items = await walk<{ title: string }>(ada.client, '/activity?limit=2', add);
    expect(items.map(({ title }) => title)).toEqual([5, 4, 3, 2, 1, 0].map((n) => `Title ${n}`).concat('A note'));
    const statements = await statementsOf(/activity_entries|resources|shares/, () => ada.client.get('/activity'));
    expect(statements.length).toBeLessThanOrEqual(2);
  });

  it('is for who is signed in, and bad input is refused', async () => {
    const note = await notes.note(ada);
    expectProblem(await t.client.get('/activity'), 401, 'unauthenticated');
    expectProblem(await (await notes.visitor(ada, note, 'edit')).get('/activity'), 401, 'unauthenticated');
    for (const query of ['resource=note:1', 'actor_id=me', 'cursor=x', 'limit=0', 'actor=1']) {
      expectProblem(await ada.client.get(`/activity?${query}`), 422, 'validation');
    }
  });

  it('takes entries of other modules, and of somebody who has no account', async () => {
    const note = await notes.note(ada);
    const activity = t.app.get(ActivityService);
    const entry = { act: 'printed', resourceId: note, actorId: newId(), facts: { pages: 3 } };
    await t.db.transaction(() => activity.record(entry));
    await t.db.transaction(() => activity.record({ ...entry, resourceId: newId() }));
    const { body } = await ada.client.get('/activity?limit=1');
    expect(body.items).toMatchObject([{ act: 'printed', facts: { pages: 3 }, actor_id: null, actor_name: null }]);
  });

  it('is kept for a year', async () => {
    const note = await notes.note(ada);
    await notes.change(ada, note, { title: 'New' });
    await t.db.query(`UPDATE activity_entries SET created_at = now() - interval '366 days' WHERE act = 'created'`);
    await t.db.query(`UPDATE activity_entries SET created_at = now() - interval '364 days' WHERE act = 'changed'`);
    await t.app.get(Housekeeping).run('activity.old');
    expect(await actsOf(ada.client)).toEqual(['changed']);
  });

  it('is exported, and forgets who it was when they are erased', async () => {
    const note = await notes.note(ada);
    await notes.share(ada, note, bob, 'edit');
    await notes.change(bob, note, { title: 'By Bob' });
    const { body } = await bob.client.get('/users/me/export');
    expect(JSON.stringify(body)).toContain('"act":"changed"');
    const admin = await t.make.admin();
    expect((await admin.client.delete(`/users/${bob.user.id}`)).status).toBe(204);
    const { items } = (await ada.client.get('/activity?limit=1')).body;
    expect(items).toMatchObject([{ act: 'changed', title: 'By Bob', actor_id: null, actor_name: null }]);
  });
});
