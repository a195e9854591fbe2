import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { Follower, send } from './support';

describe('the changes of an inbox', () => {
  let one: TestApp;
  let two: TestApp;
  let ada: Person;
  let bob: Person;
  const open: Follower[] = [];

  beforeAll(async () => {
    one = await startApp();
    two = await startApp(one.env);
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });
  beforeEach(async () => {
    await one.reset();
    [ada, bob] = [await one.make.person(), await one.make.person()];
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((follower) => follower.close()));
  });

  const socket = async (t: TestApp, person: Person, lastSeq?: number): Promise<Follower> => {
    const follower = await Follower.socket(t.url, person.accessToken, lastSeq);
    open.push(follower);
    return follower;
  };
  const stream = async (t: TestApp, person: Person, lastId?: number): Promise<Follower> => {
    const follower = await Follower.stream(t.url, person.accessToken, lastId);
    open.push(follower);
    return follower;
  };

  it('come to every socket and stream of their owner, on every instance, each once and in order', async () => {
    const all = [await socket(one, ada), await socket(two, ada), await stream(one, ada, 0), await stream(two, ada, 0)];
    const strange = [await socket(one, bob), await stream(two, bob, 0)];
    const first = await send(ada.client);
    const second = await send(ada.client.with({}), { title: 'Another' });
    await ada.client.put(`/notifications/${first.id}/read`);
    await ada.client.delete(`/notifications/${second.id}`);
    for (const follower of all) {
      await follower.hears(({ seq }) => seq === 4);
      expect(follower.changes).toEqual(['created 1', 'created 2', 'changed 3', 'deleted 4']);
      expect(follower.frames[0].notification).toEqual(first);
      expect(follower.frames[2].notification).toMatchObject({ id: first.id, read_at: expect.any(String) });
      expect(follower.frames[3]).toEqual({ type: 'deleted', seq: 4, id: second.id });
    }
    await send(bob.client);
    for (const follower of strange) await follower.hears(({ seq }) => seq === 1);
    expect(strange.map(({ changes }) => changes)).toEqual([['created 1'], ['created 1']]);
  });

  it('that somebody has missed come when they are back, and then those that follow', async () => {
    for (let n = 1; n <= 5; n++) await send(ada.client, { title: `Notice ${n}` });
    const [a, b] = [await socket(one, ada, 2), await stream(two, ada, 3)];
    await send(ada.client, { title: 'Notice 6' });
    await a.hears(({ seq }) => seq === 6);
    await b.hears(({ seq }) => seq === 6);
    expect(a.changes).toEqual(['created 3', 'created 4', 'created 5', 'created 6']);
    expect(b.changes).toEqual(['created 4', 'created 5', 'created 6']);
  });

  it('are told as `reset` to who has missed more than is kept, or names a number that never was', async () => {
    for (let n = 1; n <= 3; n++) await send(ada.client);
    await one.db.execute('DELETE FROM notification_changes WHERE user_id = $1 AND seq < 3', [ada.user.id]);
    const [old, future, fresh] = [await socket(one, ada, 1), await stream(two, ada, 99), await socket(two, ada, 2)];
    await future.hears(({ type }) => type === 'reset');
    await send(ada.client);
    for (const follower of [old, future, fresh])
      await follower.hears(({ seq, type }) => seq === 4 && type === 'created');
    expect(old.changes).toEqual(['reset 3', 'created 4']);
    expect(future.changes).toEqual(['reset 3', 'created 4']);
    expect(fresh.changes).toEqual(['created 3', 'created 4']);
  });

  it('end with the session, within a second on the other instance', async () => {
    const [a, b] = [await socket(two, ada), await stream(two, ada)];
    expect((await ada.client.post('/auth/logout')).status).toBe(204);
    await until(() => a.isClosed && b.isClosed);
    expect(a.frames.filter(({ type }) => type === 'created')).toEqual([]);
  });

  it('are refused to who is nobody, and a number that is none', async () => {
    expect((await one.client.get('/notifications/stream')).status).toBe(401);
    await expect(Follower.socket(one.url, 'x')).rejects.toThrow();
    expect((await ada.client.get('/notifications/stream?last_seq=x')).status).toBe(422);
  });
});
