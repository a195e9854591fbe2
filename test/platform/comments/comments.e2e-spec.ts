import { newId } from '../../../src/core/kernel/runtime';
import { byStatus, expectProblem, NOBODY, walk } from '../../commerce/catalog/support';
import { startApp, TestApp } from '../../support/app';
import type { Answer, Client } from '../../support/client';
import type { Person } from '../../support/make';
import { MANAGE_NOTES, Notes, notesManifest } from '../../support/notes';

describe('comments', () => {
  let t: TestApp;
  let notes: Notes;
  let ada: Person;
  let bob: Person;
  let note: string;
  beforeAll(async () => {
    t = await startApp({}, [notesManifest]);
    notes = new Notes(t);
  });
  afterAll(() => t.stop());
  beforeEach(async () => {
    await t.reset();
    [ada, bob] = [await t.make.person({ fullName: 'Ada Lovelace' }), await t.make.person({ fullName: 'Bob Builder' })];
    note = await notes.note(ada);
  });

  const say = (client: Client, more: object = {}): Promise<Answer> =>
    client.post('/comments', { resource_type: 'note', resource_id: note, body: 'A word', ...more });
  const said = async (client: Client, more: object = {}): Promise<any> => {
    const { status, body } = await say(client, more);
    expect([status, body]).toEqual([201, expect.anything()]);
    return body;
  };
  const listOf = (client: Client, more = ''): Promise<Answer> =>
    client.get(`/comments?resource_type=note&resource_id=${note}${more}`);
  const mentions = async (): Promise<any[]> =>
    (
      await t.db.query<{ payload: any }>(`SELECT payload FROM outbox WHERE type = 'comments.mentioned' ORDER BY id`)
    ).map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload));

  it('are written, read and listed, the oldest first', async () => {
    const anchor = { page: 3, at: [1, { x: 'é' }] };
    const first = await said(ada.client, { body: '  What of <b>this</b>?\nAnd that ', anchor });
    expect(first).toEqual({
      id: first.id,
      resource_type: 'note',
      resource_id: note,
      parent_id: null,
      author_id: ada.user.id,
      author_name: 'Ada Lovelace',
      body: 'What of <b>this</b>?\nAnd that',
      anchor,
      edited_at: null,
      deleted_at: null,
      resolved_at: null,
      resolved_by: null,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
    const second = await said(ada.client, { body: 'x'.repeat(10_000) });
    const { body } = await listOf(ada.client);
    expect(body).toEqual({ items: [first, second], count: 2, next_cursor: null });
    expect((await ada.client.get(`/comments/${first.id}`)).body).toEqual(first);
    const items = await walk<{ id: string }>(ada.client, `/comments?resource_type=note&resource_id=${note}&limit=1`);
    expect(items.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('are written by who may comment, and read by who may view', async () => {
    await notes.share(ada, note, bob, 'view');
    const { id } = await said(ada.client);
    expect((await listOf(bob.client)).body.count).toBe(1);
    expect((await bob.client.get(`/comments/${id}`)).status).toBe(200);
    expectProblem(await say(bob.client), 403, 'permission_missing');
    expectProblem(await bob.client.post(`/comments/${id}/resolve`), 403, 'permission_missing');
    await notes.share(ada, note, bob, 'comment');
    expect((await say(bob.client)).status).toBe(201);
  });

  it('of a stranger are as those that are not there', async () => {
    const { id } = await said(ada.client);
    await said(ada.client, { parent_id: id });
    const strip = ({ status, text }: Answer): string =>
      `${status} ${text.replace(/"(instance|request_id)":"[^"]*"/g, '')}`;
    const calls: ((client: Client, id: string, of: string) => Promise<Answer>)[] = [
      (client, one) => client.get(`/comments/${one}`),
      (client, one) => client.patch(`/comments/${one}`, { body: 'Mine' }),
      (client, one) => client.delete(`/comments/${one}`),
      (client, one) => client.post(`/comments/${one}/resolve`),
      (client, one) => client.delete(`/comments/${one}/resolve`),
      (client, _, of) => client.get(`/comments?resource_type=note&resource_id=${of}`),
      (client, _, of) => client.post('/comments', { resource_type: 'note', resource_id: of, body: 'Mine' }),
    ];
    for (const call of calls) {
      const hidden = await call(bob.client, id, note);
      expect(hidden.status).toBe(404);
      expect(strip(hidden)).toBe(strip(await call(bob.client, NOBODY, NOBODY)));
    }
    // An answer to a comment of a resource that is hidden, asked from one of one's own.
    const own = { resource_id: await notes.note(bob), parent_id: id };
    expect(strip(await say(bob.client, own))).toBe(strip(await say(bob.client, { ...own, parent_id: NOBODY })));
    expectProblem(await t.client.get(`/comments/${id}`), 401, 'unauthenticated');
    expectProblem(await say(t.client), 401, 'unauthenticated');
    expect((await listOf(ada.client)).body.items.map((one: any) => one.body)).toEqual(['A word', 'A word']);
  });

  it('of another type than the resource’s are not there', async () => {
    expectProblem(await say(ada.client, { resource_type: 'binder' }), 404, 'resource_not_found');
    expectProblem(
      await ada.client.get(`/comments?resource_type=binder&resource_id=${note}`),
      404,
      'resource_not_found',
    );
  });

  it('are threads of one level, within one resource', async () => {
    const root = await said(ada.client);
    const answer = await said(ada.client, { parent_id: root.id });
    expect(answer.parent_id).toBe(root.id);
    const refused = await say(ada.client, { parent_id: answer.id });
    expectProblem(refused, 422, 'validation');
    expect(refused.body.errors).toMatchObject([{ field: 'parent_id' }]);
    const elsewhere = await notes.note(ada);
    expectProblem(await say(ada.client, { resource_id: elsewhere, parent_id: root.id }), 404, 'comment_not_found');
    expectProblem(await say(ada.client, { parent_id: NOBODY }), 404, 'comment_not_found');
    expect((await listOf(ada.client)).body.count).toBe(2);
  });

  it('are edited by their authors alone, who may still comment', async () => {
    const { id } = await notes.share(ada, note, bob, 'comment');
    const own = await said(bob.client, { anchor: { page: 1 } });
    const edited = await bob.client.patch(`/comments/${own.id}`, { body: 'Better' });
    expect(edited.body).toMatchObject({ body: 'Better', anchor: { page: 1 }, edited_at: expect.stringMatching(/Z$/) });
    expect((await bob.client.patch(`/comments/${own.id}`, { anchor: null })).body).toMatchObject({
      body: 'Better',
      anchor: null,
    });
    expectProblem(await ada.client.patch(`/comments/${own.id}`, { body: 'Mine' }), 403, 'comment_not_own');
    await notes.share(ada, note, bob, 'view');
    expectProblem(await bob.client.patch(`/comments/${own.id}`, { body: 'Late' }), 403, 'permission_missing');
    await ada.client.delete(`/shares/${id}`);
    expectProblem(await bob.client.patch(`/comments/${own.id}`, { body: 'Later' }), 404, 'comment_not_found');
    expect((await ada.client.get(`/comments/${own.id}`)).body.body).toBe('Better');
  });

  it('are guarded against lost updates', async () => {
    const { id } = await said(ada.client);
    const etag = String((await ada.client.get(`/comments/${id}`)).headers.get('etag'));
    expect((await ada.client.patch(`/comments/${id}`, { body: 'One' }, { 'if-match': etag })).status).toBe(200);
    const late = await ada.client.patch(`/comments/${id}`, { body: 'Two' }, { 'if-match': etag });
    expect(late.status).toBe(412);
    expect((await ada.client.get(`/comments/${id}`)).body.body).toBe('One');
  });

  it('are deleted by their authors and by who manages the resource', async () => {
    const carl = await t.make.person();
    await notes.share(ada, note, bob, 'edit');
    await notes.share(ada, note, carl, 'manage');
    const [one, two] = [await said(bob.client), await said(bob.client)];
    const ofAda = await said(ada.client);
    expectProblem(await bob.client.delete(`/comments/${ofAda.id}`), 403, 'comment_not_own');
    expect((await bob.client.delete(`/comments/${one.id}`)).status).toBe(204);
    expect((await carl.client.delete(`/comments/${two.id}`)).status).toBe(204);
    for (const { id } of [one, two]) {
      expectProblem(await bob.client.get(`/comments/${id}`), 404, 'comment_not_found');
      expectProblem(await bob.client.delete(`/comments/${id}`), 404, 'comment_not_found');
    }
    const manager = await t.make.person({ permissions: [MANAGE_NOTES] });
    expect((await manager.client.delete(`/comments/${ofAda.id}`)).status).toBe(204);
    const trail = await t.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_entries WHERE action = 'comments.deleted'`,
    );
    expect(trail).toEqual([{ count: 2 }]);
  });

  it('keep their place while they have answers, without what was said and by whom', async () => {
    const root = await said(ada.client, { body: 'A secret', anchor: { page: 1 } });
    const [one, two] = [await said(ada.client, { parent_id: root.id }), await said(ada.client, { parent_id: root.id })];
    expect((await ada.client.delete(`/comments/${root.id}`)).status).toBe(204);
    const gone = { body: null, anchor: null, author_id: null, author_name: null };
    const place = { id: root.id, ...gone, deleted_at: expect.stringMatching(/Z$/) };
    expect((await listOf(ada.client)).body.items).toMatchObject([place, { id: one.id }, { id: two.id }]);
    expectProblem(await ada.client.patch(`/comments/${root.id}`, { body: 'Back' }), 404, 'comment_not_found');
    expectProblem(await ada.client.delete(`/comments/${root.id}`), 404, 'comment_not_found');
    await ada.client.delete(`/comments/${one.id}`);
    expect((await listOf(ada.client)).body.count).toBe(2);
    await ada.client.delete(`/comments/${two.id}`);
    expect((await listOf(ada.client)).body.count).toBe(0);
  });

  it('never lose an answer to a deletion at the same time', async () => {
    for (let round = 0; round < 8; round++) {
      const root = await said(ada.client);
      const answers = Array.from({ length: 3 }, () => say(ada.client, { parent_id: root.id }));
      const [removed, ...added] = await Promise.all([ada.client.delete(`/comments/${root.id}`), ...answers]);
      expect(removed.status).toBe(204);
      for (const { status } of added) expect([201, 404]).toContain(status);
      for (const { status, body } of added.filter((one) => one.status === 201)) {
        expect([status, (await ada.client.get(`/comments/${body.id}`)).status]).toEqual([201, 200]);
      }
      const left = added.filter(({ status }) => status === 201).map(({ body }) => body.id);
      const ended = await Promise.all(left.map((id) => ada.client.delete(`/comments/${id}`)));
      expect(byStatus(ended)).toEqual(left.length > 0 ? { 204: left.length } : {});
      expect((await listOf(ada.client)).body.count).toBe(0);
    }
    const admin = await t.make.admin();
    expect((await admin.client.get('/admin/invariants')).text).not.toContain('comment:');
  });

  it('are resolved and opened again by who may comment', async () => {
    await notes.share(ada, note, bob, 'comment');
    const root = await said(ada.client);
    const answer = await said(ada.client, { parent_id: root.id });
    const resolved = (await bob.client.post(`/comments/${root.id}/resolve`)).body;
    expect(resolved).toMatchObject({ resolved_by: bob.user.id, resolved_at: expect.stringMatching(/Z$/) });
    expect((await ada.client.post(`/comments/${root.id}/resolve`)).body).toEqual(resolved);
    const reopened = await ada.client.delete(`/comments/${root.id}/resolve`);
    expect([reopened.status, reopened.body]).toMatchObject([200, { resolved_by: null, resolved_at: null }]);
    expectProblem(await bob.client.post(`/comments/${answer.id}/resolve`), 409, 'comment_is_answer');
    expectProblem(await bob.client.delete(`/comments/${answer.id}/resolve`), 409, 'comment_is_answer');
  });

  it('refuse bad input and do nothing', async () => {
    const bad: object[] = [
      { body: '' },
      { body: '  \n ' },
      { body: 'x'.repeat(10_001) },
      { body: 'a\0b' },
      { body: 1 },
      { body: undefined },
      { resource_id: 'x' },
      { resource_type: 'Not A Word' },
      { parent_id: 'x' },
      { anchor: [] },
      { anchor: 'page 3' },
      { anchor: { text: 'é'.repeat(2048) } },
      { anchor: { text: 'a\0b' } },
      { anchor: { 'a\0b': 1 } },
      { anchor: { text: ['\ud800'] } },
      { author_name: 'Somebody else' },
      { author_id: bob.user.id },
      { body: Array.from({ length: 51 }, () => `@[${newId()}]`).join(' ') },
    ];
    for (const more of bad) expect([more, (await say(ada.client, more)).status]).toEqual([more, 422]);
    for (const query of [
      '',
      'resource_type=note',
      `resource_id=${note}`,
      `resource_type=note&resource_id=${note}&cursor=x`,
    ]) {
      expectProblem(await ada.client.get(`/comments?${query}`), 422, 'validation');
    }
    expect((await listOf(ada.client)).body.count).toBe(0);
    expect((await say(ada.client, { anchor: { text: 'x'.repeat(4085) } })).status).toBe(201);
    expect((await ada.client.get('/activity')).body.items.map((one: any) => one.act)).toEqual(['commented', 'created']);
  });

  it('mention those alone who may view the resource, once, and nobody learns who they are', async () => {
    const [carl, dora] = [await t.make.person(), await t.make.person({ isActive: true })];
    const manager = await t.make.person({ permissions: [MANAGE_NOTES] });
    const admin = await t.make.admin();
    const off = await t.make.user({ isActive: false });
    const group = (await ada.client.post('/groups', { name: 'Readers' })).body.id;
    await ada.client.put(`/groups/${group}/members/${carl.user.id}`);
    await notes.share(ada, note, { type: 'group', id: group }, 'view');
    await notes.share(ada, note, { type: 'user', id: off.id }, 'view');
    await notes.share(ada, note, bob, 'comment');
    const ids = [bob.user.id, carl.user.id, dora.user.id, manager.user.id, admin.user.id, off.id, NOBODY];
    const body = `Ask ${[...ids, bob.user.id].map((id) => `@[${id}]`).join(', ')}`;
    const comment = await said(ada.client, { body });
    expect(comment.body).toBe(body);
    const reached = [bob, carl, manager, admin].map(({ user }) => user.id).sort();
    const facts = { commentId: comment.id, resourceType: 'note', resourceId: note, authorId: ada.user.id };
    expect(await mentions()).toEqual([{ ...facts, userIds: reached }]);
    // An edit tells those alone who were not mentioned before.
    await notes.share(ada, note, dora, 'view');
    await ada.client.patch(`/comments/${comment.id}`, { body: `@[${bob.user.id}]` });
    expect(await mentions()).toHaveLength(1);
    await ada.client.patch(`/comments/${comment.id}`, { body: `@[${bob.user.id}] @[${dora.user.id}]` });
    expect((await mentions())[1]).toEqual({ ...facts, userIds: [dora.user.id] });
    await said(ada.client, { body: `@[${off.id}] @[${NOBODY}]` });
    expect(await mentions()).toHaveLength(2);
  });

  it('of a deleted share or a thing in the trash mention nobody who may not view it now', async () => {
    const { id } = await notes.share(ada, note, bob, 'edit');
    await ada.client.delete(`/shares/${id}`);
    await said(ada.client, { body: `@[${bob.user.id}]` });
    await notes.share(ada, note, bob, 'edit');
    await notes.trash(ada, note);
    const late = await said(ada.client, { body: 'Thrown away' });
    expect((await ada.client.patch(`/comments/${late.id}`, { body: `@[${bob.user.id}]` })).status).toBe(200);
    await said(ada.client, { body: `@[${bob.user.id}]` });
    expect(await mentions()).toEqual([]);
    expect((await listOf(ada.client)).body.count).toBe(3);
    expectProblem(await listOf(bob.client), 404, 'resource_not_found');
  });

  it('are for visitors by link as well: to read with view, and to write with comment under a name', async () => {
    const comment = await said(ada.client, { body: 'Hello' });
    const reader = await notes.visitor(ada, note, 'view');
    expect((await listOf(reader)).body.items).toMatchObject([{ body: 'Hello' }]);
    expect((await reader.get(`/comments/${comment.id}`)).status).toBe(200);
    expectProblem(await say(reader, { author_name: 'Guest' }), 403, 'permission_missing');
    const writer = await notes.visitor(ada, note, 'comment');
    const unnamed = await say(writer);
    expectProblem(unnamed, 422, 'validation');
    expect(unnamed.body.errors).toMatchObject([{ field: 'author_name' }]);
    const headers = { 'idempotency-key': 'visitor-1' };
    const input = { resource_type: 'note', resource_id: note, body: `Hi @[${ada.user.id}]`, author_name: ' Guest ' };
    const first = await writer.post('/comments', input, headers);
    expect([first.status, first.body]).toMatchObject([201, { author_id: null, author_name: 'Guest' }]);
    expect((await writer.post('/comments', input, headers)).body.id).toBe(first.body.id);
    expect(await mentions()).toMatchObject([{ authorId: null, userIds: [ada.user.id] }]);
    expect((await writer.post(`/comments/${comment.id}/resolve`)).body).toMatchObject({
      resolved_at: expect.any(String),
      resolved_by: null,
    });
    expectProblem(await writer.patch(`/comments/${first.body.id}`, { body: 'Mine' }), 401, 'unauthenticated');
    expectProblem(await writer.delete(`/comments/${first.body.id}`), 401, 'unauthenticated');
    // Of another resource a link opens nothing.
    const other = await notes.note(ada);
    expectProblem(await say(writer, { resource_id: other, author_name: 'Guest' }), 404, 'resource_not_found');
    expect((await ada.client.get('/activity?limit=1')).body.items).toMatchObject([{ act: 'created' }]);
    expect((await ada.client.get(`/activity?limit=1&resource=${note}`)).body.items).toMatchObject([
      { act: 'commented', actor_id: null, facts: { comment_id: first.body.id } },
    ]);
  });

  it('are told by the activity, and go with the resource', async () => {
    const root = await said(ada.client);
    await said(ada.client, { parent_id: root.id });
    const { items } = (await ada.client.get(`/activity?resource=${note}`)).body;
    expect(items.map((one: any) => one.act)).toEqual(['commented', 'commented', 'created']);
    expect(items[1]).toMatchObject({ actor_id: ada.user.id, facts: { comment_id: root.id } });
    await notes.remove(ada, note);
    expect(await t.db.query('SELECT 1 FROM comments')).toEqual([]);
  });

  it('are exported with their author, and tell no longer who it was once that account is erased', async () => {
    await notes.share(ada, note, bob, 'comment');
    const { id } = await said(bob.client, { body: 'By Bob' });
    await bob.client.post(`/comments/${id}/resolve`);
    const exported = (await bob.client.get('/users/me/export')).body;
    expect(JSON.stringify(exported)).toContain('"body":"By Bob"');
    const admin = await t.make.admin();
    expect((await admin.client.delete(`/users/${bob.user.id}`)).status).toBe(204);
    const { items } = (await listOf(ada.client)).body;
    expect(items).toMatchObject([{ body: 'By Bob', author_id: null, author_name: null, resolved_by: null }]);
    expect(items[0].resolved_at).not.toBeNull();
  });

  it('are proven by an invariant', async () => {
    const root = await said(ada.client);
    const answer = await said(ada.client, { parent_id: root.id });
    const admin = await t.make.admin();
    const found = async () => (await admin.client.get('/admin/invariants')).text;
    expect(await found()).not.toContain('comment:');
    const deeper = await said(ada.client);
    await t.db.query('UPDATE comments SET parent_id = $1 WHERE id = $2', [answer.id, deeper.id]);
    expect(await found()).toContain(`comment:${deeper.id}`);
  });
});
