import { startApp, TestApp } from '../../support/app';
import { Invariants } from '../../../src/core/data/invariants';
import type { Person } from '../../support/make';
import { ChatClient, medianOf } from './support';

describe('rooms of their own people', () => {
  let one: TestApp;
  let two: TestApp;
  let ada: Person;
  let bob: Person;
  let eve: Person;
  const open: ChatClient[] = [];

  beforeAll(async () => {
    one = await startApp();
    two = await startApp(one.env);
    [ada, bob, eve] = [await one.make.person(), await one.make.person(), await one.make.person()];
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((client) => client.close()));
  });
  afterAll(async () => {
    expect((await one.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await two.stop();
    await one.stop();
  });

  const enter = async (t: TestApp, person: Person, room: string): Promise<ChatClient> => {
    const client = await ChatClient.open(t.url, room, person.accessToken);
    open.push(client);
    await client.settled();
    return client;
  };
  const privateRoom = async (...members: Person[]): Promise<string> => {
    const ids = members.map(({ user }) => user.id);
    const { status, body } = await ada.client.post('/chat/rooms', { kind: 'private', title: 'Board', members: ids });
    expect([status, body.kind, body.role]).toEqual([201, 'private', 'owner']);
    return body.room as string;
  };
  const via = (t: TestApp, person: Person) => t.client.as(person.accessToken);

  it('are for who is no member as if they were not there, on every way', async () => {
    const room = await privateRoom(bob);
    await via(one, ada).post(`/chat/rooms/${room}/messages`, { content: 'secret' });
    const missing = '0192f0a0-0000-7000-8000-000000000000';
    const calls: [string, string, object?][] = [
      ['GET', ''],
      ['GET', '/messages'],
      ['POST', '/messages', { content: 'x' }],
      ['GET', '/users'],
      ['GET', '/members'],
      ['PUT', '/read', { seq: 1 }],
      ['PATCH', '', { title: 'x' }],
      ['DELETE', ''],
      ['PUT', `/members/${eve.user.id}`, {}],
      ['DELETE', `/members/${eve.user.id}`],
    ];
    for (const [method, path, body] of calls) {
      const answers = await Promise.all(
        [room, missing].map((id) => eve.client.call(method, `/chat/rooms/${id}${path}`, { body })),
      );
      const [theirs, none] = answers.map(({ status, text }) => [
        status,
        text
          .replace(/"request_id":"[^"]*"/, '')
          .replaceAll(room, '')
          .replaceAll(missing, ''),
      ]);
      expect(theirs).toEqual(none);
      expect(theirs[0]).toBe(404);
    }
    const socket = await ChatClient.open(two.url, room, eve.accessToken);
    expect(await socket.isClosed()).toEqual({ code: 1008, reason: 'room_not_found' });
    expect(socket.frames).toMatchObject([{ type: 'error', code: 'room_not_found', status: 404 }]);
    expect((await eve.client.get('/chat/rooms')).body.items.map((r: any) => r.room)).not.toContain(room);
    expect((await eve.client.get('/chat/messages?q=secret')).body.items).toEqual([]);
    expect((await bob.client.get('/chat/messages?q=secret')).body.items).toHaveLength(1);
    const admin = await one.make.admin();
    expect((await admin.client.get(`/chat/rooms/${room}/messages`)).status).toBe(404);
  });

  it('lose a member within a second, with the sockets, on the other instance', async () => {
    const room = await privateRoom(bob, eve);
    const [a, b, first] = [await enter(one, ada, room), await enter(two, bob, room), await enter(two, eve, room)];
    a.send('all three');
    await Promise.all([b.hearsSaid('all three'), first.hearsSaid('all three')]);
    // What is said all the while reaches them for a second more at most; the median of a few times says so.
    const stayed: number[] = [];
    for (let round = 0; round < 5; round++) {
      const e = round === 0 ? first : await enter(two, eve, room);
      let lastMs = 0;
      e.socket.on('message', () => (lastMs = performance.now()));
      const talking = setInterval(() => a.send('meanwhile'), 10);
      expect((await ada.client.delete(`/chat/rooms/${room}/members/${eve.user.id}`)).status).toBe(204);
      const removedMs = performance.now();
      e.send('still here?');
      expect(await e.isClosed(5000)).toEqual({ code: 1008, reason: 'room_not_found' });
      clearInterval(talking);
      stayed.push(lastMs - removedMs);
      const heard = e.frames.length;
      a.send(`the two of us ${round}`);
      await b.hearsSaid(`the two of us ${round}`);
      expect(e.frames).toHaveLength(heard);
      if (round < 4) await ada.client.put(`/chat/rooms/${room}/members/${eve.user.id}`, {});
    }
    expect(medianOf(stayed.sort((x, y) => x - y))).toBeLessThan(1000);
    expect(b.said).not.toContain('still here?');
    const { body } = await bob.client.get(`/chat/rooms/${room}/members`);
    expect(body.items.map((m: any) => [m.user_id, m.role])).toEqual(
      expect.arrayContaining([
        [ada.user.id, 'owner'],
        [bob.user.id, 'member'],
      ]),
    );
    expect(body.count).toBe(2);
  });

  it('lose a member whose removal no bus tells of', async () => {
    const room = await privateRoom(eve);
    const e = await enter(two, eve, room);
    await one.db.query(
      `WITH gone AS (DELETE FROM chat_members WHERE room_id = $1 AND user_id = $2)
       UPDATE chat_rooms SET access_version = access_version + 1 WHERE id = $1`,
      [room, eve.user.id],
    );
    await e.isClosed(2000);
  });

  it('have owners, moderators and members, who may do what their role says', async () => {
    const room = await privateRoom(bob);
    const members = `/chat/rooms/${room}/members`;
    const code = async (call: Promise<{ status: number; body: any }>) => {
      const { status, body } = await call;
      return body?.code ?? status;
    };
    expect(await code(bob.client.put(`${members}/${eve.user.id}`, {}))).toBe('forbidden');
    expect(await code(ada.client.put(`${members}/${bob.user.id}`, { role: 'moderator' }))).toBe(200);
    expect(await code(bob.client.put(`${members}/${eve.user.id}`, {}))).toBe(200);
    expect(await code(bob.client.put(`${members}/${eve.user.id}`, { role: 'owner' }))).toBe('forbidden');
    expect(await code(bob.client.delete(`${members}/${ada.user.id}`))).toBe('forbidden');
    expect(await code(bob.client.patch(`/chat/rooms/${room}`, { title: 'Mine' }))).toBe('forbidden');
    const { body: said } = await eve.client.post(`/chat/rooms/${room}/messages`, { content: 'rude' });
    expect(await code(bob.client.delete(`/chat/rooms/${room}/messages/${said.id}`))).toBe(204);
    expect(await code(ada.client.delete(`${members}/${ada.user.id}`))).toBe('last_owner');
    expect(await code(ada.client.put(`${members}/${ada.user.id}`, { role: 'member' }))).toBe('last_owner');
    expect(await code(ada.client.put(`${members}/${eve.user.id}`, { role: 'owner' }))).toBe(200);
    expect(await code(ada.client.delete(`${members}/${ada.user.id}`))).toBe(204);
    expect(await code(ada.client.get(`/chat/rooms/${room}`))).toBe('room_not_found');
    expect(await code(eve.client.delete(`${members}/${ada.user.id}`))).toBe('member_not_found');
    const trail = await one.db.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE target = $1 ORDER BY id`,
      [`room:${room}`],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'chat.room-created',
      'chat.member-put',
      'chat.member-put',
      'chat.message-deleted',
      'chat.member-put',
      'chat.member-removed',
    ]);
  });

  it('of two are one for each pair, called by the other’s name', async () => {
    const [mine, theirs] = await Promise.all([
      ada.client.post('/chat/direct', { user_id: bob.user.id }),
      bob.client.post('/chat/direct', { username: ada.user.username }),
    ]);
    expect([mine.status, mine.body.room, mine.body.title]).toEqual([200, theirs.body.room, bob.user.fullName]);
    expect(theirs.body).toMatchObject({ kind: 'direct', title: ada.user.fullName });
    const [a, b] = [await enter(one, ada, mine.body.room), await enter(two, bob, mine.body.room)];
    a.send('just us');
    const { id } = await b.hearsSaid('just us');
    const said = `/chat/rooms/${mine.body.room}`;
    expect((await bob.client.delete(`${said}/messages/${id}`)).body.code).toBe('forbidden');
    expect((await bob.client.delete(said)).body.code).toBe('forbidden');
    expect((await eve.client.get(`/chat/rooms/${mine.body.room}`)).status).toBe(404);
    expect((await ada.client.put(`/chat/rooms/${mine.body.room}/members/${eve.user.id}`, {})).body.code).toBe(
      'members_fixed',
    );
    expect((await ada.client.post('/chat/direct', { username: 'nobody-here' })).status).toBe(404);
    expect((await ada.client.post('/chat/direct', {})).status).toBe(422);
  });

  it('public ones are made by whoever opens them first, who owns them', async () => {
    const a = await enter(one, ada, 'Chess.Club');
    a.send('e4');
    await a.hearsSaid('e4');
    const e = await enter(two, eve, 'chess.club'); // the same
    expect(e.messages).toMatchObject([{ room: 'Chess.Club', content: 'e4' }]);
    expect((await eve.client.post('/chat/rooms', { kind: 'public', name: 'CHESS.CLUB' })).body.code).toBe(
      'room_name_taken',
    );
    expect((await eve.client.patch('/chat/rooms/chess.club', { title: 'Mine' })).body.code).toBe('forbidden');
    expect((await ada.client.patch('/chat/rooms/chess.club', { title: 'Chess' })).body.title).toBe('Chess');
    const admin = await one.make.admin();
    expect((await admin.client.delete('/chat/rooms/chess.club')).status).toBe(204);
    expect(await e.isClosed(2000)).toMatchObject({ reason: 'room_not_found' });
  });

  it('do not multiply: of one person thirty within the hour', async () => {
    const dora = await one.make.person();
    for (let n = 0; n < 30; n++) {
      expect((await dora.client.post('/chat/rooms', { kind: 'public', name: `many-${n}` })).status).toBe(201);
    }
    const over = await dora.client.post('/chat/rooms', { kind: 'public', name: 'many-30' });
    expect([over.status, over.body.code, over.headers.get('retry-after')]).toEqual([429, 'too_many_rooms', '3600']);
    const socket = await ChatClient.open(one.url, 'many-31', dora.accessToken);
    expect(await socket.isClosed()).toMatchObject({ reason: 'too_many_rooms' });
  });
});
