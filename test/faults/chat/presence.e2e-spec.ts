import { Redis } from '../../../src/core/data/redis';
import { ChatRooms } from '../../../src/modules/communication/chat/live/chat-rooms';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { PrivateRedis } from '../../support/private-redis';
import { until } from '../../support/until';
import { ChatClient } from '../../communication/chat/support';
import { Housekeeping } from '../../../src/core/data/housekeeping';

describe('who comes and goes', () => {
  let redis: PrivateRedis;
  let one: TestApp;
  let two: TestApp;
  let ada: Person;
  let bob: Person;
  let cleo: Person;

  beforeAll(async () => {
    redis = await PrivateRedis.start();
    one = await startApp({ REDIS_URL: redis.url });
    two = await startApp(one.env);
    [ada, bob] = [await one.make.person({ fullName: 'Ada' }), await one.make.person({ fullName: 'Bob' })];
    cleo = await one.make.person({ fullName: 'Cleo' });
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
    await redis.stop();
  });

  const enter = async (t: TestApp, person: Person, room: string): Promise<ChatClient> => {
    const client = await ChatClient.open(t.url, room, person.accessToken);
    await client.settled();
    return client;
  };
  /** What a socket was told of Cleo, in its order. */
  const ofCleo = ({ frames }: ChatClient) =>
    frames.filter(({ user_id: id }) => id === cleo.user.id).map(({ content, event, name }) => [content, event, name]);
  /** Waits until these instances, which have sockets, have looked into Postgres twice more, from beginning to end. */
  const haveLooked = async (...instances: TestApp[]): Promise<void> => {
    const looks = instances.map((t) => jest.spyOn(t.app.get(ChatRooms), 'states'));
    await until(() => looks.every(({ mock }) => mock.calls.length >= 3));
    for (const look of looks) look.mockRestore();
  };
  const JOINED = ['Cleo has joined the chat', 'joined', 'Cleo'];
  const LEFT = ['Cleo has left the chat', 'left', 'Cleo'];

  it('is told on every instance, once, with Redis, without it and after it came back', async () => {
    const [a, b] = [await enter(one, ada, 'doors'), await enter(two, bob, 'doors')];
    const visits: (() => Promise<void>)[] = [
      () => Promise.resolve(),
      () => redis.stop(),
      async () => {
        await redis.restart();
        await until(() => [one, two].every((t) => t.app.get(Redis).ready));
      },
    ];
    const told: string[][] = [];
    for (const [n, prepare] of visits.entries()) {
      await prepare();
      const c = await enter(n % 2 ? one : two, cleo, 'doors');
      told.push(JOINED);
      await until(() => [a, b].every((client) => ofCleo(client).length >= told.length));
      for (const t of [one, two]) {
        const { body } = await t.client.as(ada.accessToken).get('/chat/rooms/doors/users');
        expect((body.active_users as string[]).sort()).toEqual(['Ada', 'Bob', 'Cleo']);
      }
      await c.close();
      told.push(LEFT);
      await until(() => [a, b].every((client) => ofCleo(client).length >= told.length));
      await haveLooked(one, two);
      for (const client of [a, b]) expect(ofCleo(client)).toEqual(told);
    }
    // Who enters hears of their own joining, and nothing of what was before.
    const late = await enter(one, cleo, 'doors');
    await late.hears(({ event }) => event === 'joined');
    await haveLooked(one, two);
    expect(late.news).toEqual(['Cleo has joined the chat']);
    await Promise.all([a, b, late].map((client) => client.close()));
  });

  it('is told though the instance that was to say so ended before it could, and is kept for a minute only', async () => {
    const a = await enter(one, ada, 'gone');
    const [{ id }] = await one.db.query<{ id: string }>(`SELECT id FROM chat_rooms WHERE name = 'gone'`);
    const write = (at: string) =>
      one.db.query(
        `INSERT INTO chat_comings (id, room_id, user_id, event, at, tx)
         VALUES (gen_random_uuid(), $1, $2, 'joined', ${at}, pg_current_xact_id()::text::bigint)`,
        [id, cleo.user.id],
      );
    await write(`now() - interval '2 minutes'`);
    await write('now()');
    await a.hears(({ content }) => content === 'Cleo has joined the chat');
    await haveLooked(one);
    expect(ofCleo(a)).toEqual([JOINED]);
    await two.app.get(Housekeeping).run('chat.presence-events');
    const [{ kept }] = await one.db.query<{ kept: number }>(
      `SELECT count(*)::int AS kept FROM chat_comings WHERE at < now() - interval '1 minute'`,
    );
    expect(kept).toBe(0);
    await a.close();
  });

  it('is not missed where it is committed late', async () => {
    const a = await enter(one, ada, 'late');
    const [{ id }] = await one.db.query<{ id: string }>(`SELECT id FROM chat_rooms WHERE name = 'late'`);
    await one.db.transaction(async () => {
      await one.db.query(
        `INSERT INTO chat_comings (id, room_id, user_id, event, at, tx)
         VALUES (gen_random_uuid(), $1, $2, 'joined', now(), pg_current_xact_id()::text::bigint)`,
        [id, cleo.user.id],
      );
      await enter(two, bob, 'late').then((b) => b.close()); // a younger one that commits before
      await a.hears(({ content }) => content === 'Bob has joined the chat');
      await haveLooked(one);
      expect(ofCleo(a)).toEqual([]);
    });
    await until(() => ofCleo(a).length > 0);
    await haveLooked(one);
    expect(ofCleo(a)).toEqual([JOINED]);
    await a.close();
  });
});
