import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';
import { within } from '../../support/within';
import { ChatClient, isGapless } from './support';

describe('a socket in a room', () => {
  let t: TestApp;
  let ada: Person;
  let bob: Person;
  const open: ChatClient[] = [];
  let n = 0;
  const room = (): string => `room-${++n}`;

  beforeAll(async () => {
    t = await startApp();
    ada = await t.make.person({ fullName: 'Ada Lovelace', username: 'ada' });
    bob = await t.make.person({ fullName: 'Bob Stone', username: 'bob' });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });
  afterAll(() => t.stop());

  const enter = async (person: Person, name: string, query: Record<string, string | number> = {}) => {
    const client = await ChatClient.open(t.url, name, person.accessToken, { query });
    open.push(client);
    return client;
  };
  const say = async (person: Person, name: string, ...contents: string[]): Promise<void> => {
    for (const content of contents) {
      expect((await person.client.post(`/chat/rooms/${name}/messages`, { content })).status).toBe(201);
    }
  };

  it('hears what anybody says there, with the server’s word for who, where and when', async () => {
    const name = room();
    const [a, b] = [await enter(ada, name), await enter(bob, name)];
    await b.hears((frame) => frame.content === 'Bob Stone has joined the chat');
    const spoofed = { sender: 'Ada Lovelace', sender_id: ada.user.id, room: 'x', timestamp: '1999', seq: 7, id: 'x' };
    a.send('Hello');
    await b.hearsSaid('Hello');
    b.send({ content: 'Hi @ada', client_id: 'b1', ...spoofed });
    for (const client of [a, b]) {
      await client.hearsSaid('Hi @ada');
      expect(client.messages.map(({ seq, content }) => [seq, content])).toEqual([
        [1, 'Hello'],
        [2, 'Hi @ada'],
      ]);
    }
    expect(await a.hearsSaid('Hi @ada')).toEqual({
      type: 'message',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      seq: 2,
      room: name,
      sender: 'Bob Stone',
      sender_id: bob.user.id,
      content: 'Hi @ada',
      timestamp: expect.stringMatching(/^20.*Z$/),
      client_id: 'b1',
      mentions: [ada.user.id],
      file: null,
      edited_at: null,
      deleted_at: null,
    });
  });

  it('gets the last fifty first, and what it missed when it says what it has', async () => {
    const name = room();
    const a = await enter(ada, name);
    for (let i = 1; i <= 60; i++) a.send(`m${i}`);
    await a.hearsSaid('m60');
    expect(a.said).toEqual(Array.from({ length: 60 }, (_, i) => `m${i + 1}`));
    const b = await enter(bob, name);
    await b.hears((frame) => frame.content === 'Bob Stone has joined the chat');
    expect(b.frames.map(({ content }) => content as string)).toEqual([
      ...Array.from({ length: 50 }, (_, i) => `m${i + 11}`),
      'Bob Stone has joined the chat',
    ]);
    const again = await enter(bob, name, { last_seq: 57 });
    await again.settled();
    expect(again.messages.map(({ seq }) => seq)).toEqual([58, 59, 60]);
    const all = await enter(bob, name, { last_seq: 0 });
    await all.settled();
    expect(all.messages).toHaveLength(60);
    const none = await enter(bob, name, { last_seq: 60 });
    await none.settled();
    expect(none.frames.map(({ type }) => type as string)).toEqual(['pong']);
  });

  it('misses and doubles nothing, however often it comes back while others talk', async () => {
    const name = room();
    const talkers = await Promise.all([enter(ada, name), enter(bob, name)]);
    const heard: number[] = [];
    let listener = await enter(bob, name, { last_seq: 0 });
    const total = 300;
    const talking = (async () => {
      for (let i = 0; i < total / 2; i++) {
        talkers.forEach((one, who) => one.send({ content: `${who}-${i}`, client_id: `${who}-${i}` }));
        if (i % 10 === 9) await talkers[0].hearsSaid(`0-${i}`);
      }
    })();
    while (heard.length < total) {
      await within(
        10_000,
        () => listener.messages.length,
        (count) => count > 15 || heard.length + count >= total,
      );
      listener.cut();
      heard.push(...listener.messages.map(({ seq }) => seq as number));
      listener = await enter(bob, name, { last_seq: heard.at(-1) ?? 0 });
    }
    await talking;
    expect(heard).toEqual(Array.from({ length: total }, (_, i) => i + 1));
  });

  it('gets exactly what it missed when it was away for long', async () => {
    const name = room();
    const [a, b] = [await enter(ada, name), await enter(bob, name)];
    a.send('known');
    const { id } = await b.hearsSaid('known');
    b.cut();
    await a.hears((frame) => frame.content === 'Bob Stone has left the chat');
    const missed = Array.from({ length: 250 }, (_, i) => `missed ${i}`); // more than is read at once
    for (const text of missed) a.send(text);
    await a.hearsSaid('missed 249');
    await ada.client.patch(`/chat/rooms/${name}/messages/${id}`, { content: 'known, and better' });
    const back = await enter(bob, name, { last_seq: 1, last_change: 0 });
    await back.settled();
    expect(back.said).toEqual(missed);
    expect(isGapless(back.messages)).toBe(true);
    expect(back.ofType('message_edited')).toMatchObject([{ seq: 1, content: 'known, and better', change: 1 }]);
  });

  it('says the same thing once, by its client_id, and its sender gets the answer again', async () => {
    const name = room();
    const [a, b] = [await enter(ada, name), await enter(bob, name)];
    a.send({ content: 'once', client_id: 'x' });
    const first = await a.hearsSaid('once');
    a.send({ content: 'twice', client_id: 'x' });
    await within(
      5000,
      () => a.messages.length,
      (count) => count === 2,
    );
    expect(a.messages[1]).toEqual(first);
    b.send({ content: 'mine', client_id: 'x' }); // another's word
    await a.hearsSaid('mine');
    for (let i = 0; i < 10; i++) b.send({ content: 'at once', client_id: 'y' });
    await within(
      5000,
      () => b.messages.length,
      (count) => count === 12,
    );
    await a.settled();
    expect(a.messages.map(({ seq }) => seq)).toEqual([1, 1, 2, 3]);
    expect((await ada.client.get(`/chat/rooms/${name}`)).body.last_seq).toBe(3);
  });

  it('is notified of joining and leaving once for each person, not for each tab', async () => {
    const name = room();
    const a = await enter(ada, name);
    await a.settled();
    const [tab, other] = [await enter(bob, name), await enter(bob, name)];
    await other.settled();
    await tab.close();
    await other.settled();
    expect((await ada.client.get(`/chat/rooms/${name}/users`)).body).toEqual({
      room: name,
      active_users: expect.arrayContaining(['Ada Lovelace', 'Bob Stone']),
      users: expect.arrayContaining([{ user_id: bob.user.id, name: 'Bob Stone' }]),
    });
    await other.close();
    const back = await enter(bob, name); // within the grace
    await back.settled();
    await back.close();
    await a.hears((frame) => frame.content === 'Bob Stone has left the chat');
    expect(a.news).toEqual([
      'Ada Lovelace has joined the chat',
      'Bob Stone has joined the chat',
      'Bob Stone has left the chat',
    ]);
    expect((await ada.client.get(`/chat/rooms/${name}/users`)).body.active_users).toEqual(['Ada Lovelace']);
  });

  it('takes what somebody says before they go', async () => {
    const name = room();
    const a = await enter(ada, name);
    for (let i = 0; i < 10; i++) {
      const b = await enter(bob, name, { last_seq: 1000 });
      b.send(`first ${i}`);
      b.send(`last ${i}`);
      await b.close();
    }
    await a.hearsSaid('last 9');
    await within(
      5000,
      () => a.messages.length,
      (count) => count === 20,
    );
  });

  it('keeps a thousand messages, and says nothing of those that are gone', async () => {
    const name = room();
    const a = await enter(ada, name);
    for (let i = 1; i <= 1010; i++) a.send(`m${i}`);
    await a.hearsSaid('m1010', 20_000);
    const { body } = await ada.client.get(`/chat/rooms/${name}/messages?before=14&limit=100`);
    expect(body.items.map(({ seq }: { seq: number }) => seq)).toEqual([13, 12, 11]);
    const all = await enter(bob, name, { last_seq: 5 });
    await all.settled();
    expect([all.messages[0].seq, all.messages.length, isGapless(all.messages)]).toEqual([11, 1000, true]);
  });

  it('hears of edits and deletions, also of those it has missed', async () => {
    const name = room();
    const a = await enter(ada, name);
    a.send('frist');
    a.send('wrong');
    a.send('kept');
    await a.hearsSaid('kept');
    const [first, wrong] = a.messages;
    const path = `/chat/rooms/${name}/messages`;
    expect((await bob.client.patch(`${path}/${first.id}`, { content: 'mine' })).body.code).toBe('forbidden');
    expect((await bob.client.delete(`${path}/${wrong.id}`)).body.code).toBe('forbidden');
    const edited = await ada.client.patch(`${path}/${first.id}`, { content: 'first' });
    expect(edited.body).toMatchObject({ seq: 1, content: 'first', edited_at: expect.any(String) });
    expect((await ada.client.delete(`${path}/${wrong.id}`)).status).toBe(204);
    expect(await a.hears(({ type }) => type === 'message_edited')).toMatchObject({
      change: 1,
      seq: 1,
      content: 'first',
    });
    expect(await a.hears(({ type }) => type === 'message_deleted')).toMatchObject({ change: 2, seq: 2, content: '' });
    const back = await enter(bob, name, { last_seq: 3, last_change: 1 });
    await back.settled();
    expect(back.frames.map(({ type, seq }) => [type, seq])).toEqual(expect.arrayContaining([['message_deleted', 2]]));
    expect(back.ofType('message_edited')).toEqual([]);
    const { body: history } = await bob.client.get(`${path}/${first.id}/history`);
    expect(history.items).toMatchObject([{ version: 1, content: 'frist', replaced_by: ada.user.id }]);
    expect((await bob.client.get(`${path}/${wrong.id}/history`)).status).toBe(404);
    expect((await ada.client.get(`${path}/${wrong.id}/history`)).body.items).toMatchObject([{ content: 'wrong' }]);
    expect((await ada.client.delete(`${path}/${wrong.id}`)).body.code).toBe('message_not_found');
    expect((await ada.client.get(`${path}`)).body.items.map((one: any) => one.content)).toEqual(['kept', '', 'first']);
  });

  it('counts what was not read, finds words and mentions, and pages back', async () => {
    const name = room();
    await (await enter(bob, name)).settled();
    await say(ada, name, 'An étude for piano', 'Dear @bob, look', 'and more');
    await say(bob, name, 'I have');
    const mine = async () =>
      (await bob.client.get('/chat/rooms?mine=true')).body.items.find((one: any) => one.room === name);
    expect(await mine()).toMatchObject({ unread: 3, mentions: 1, last_seq: 4, role: 'owner', kind: 'public' });
    expect((await bob.client.put(`/chat/rooms/${name}/read`, { seq: 2 })).body).toEqual({ room: name, seq: 2 });
    expect(await mine()).toMatchObject({ unread: 1, mentions: 0 });
    expect((await bob.client.put(`/chat/rooms/${name}/read`, { seq: 1 })).body.seq).toBe(2);
    const b = await enter(bob, name);
    b.send({ type: 'read', seq: 999_999 });
    await b.settled();
    expect(await mine()).toMatchObject({ unread: 0 });
    const found = await bob.client.get('/chat/messages?q=ETUDE%20piano');
    expect(found.body.items).toMatchObject([{ room: name, content: 'An étude for piano' }]);
    const named = await bob.client.get(`/chat/messages?mentioned=true&room=${name}`);
    expect(named.body.items).toMatchObject([{ content: 'Dear @bob, look' }]);
    const seqs: number[] = [];
    for (let path = `/chat/rooms/${name}/messages?limit=3`; path;) {
      const { body } = await ada.client.get(path);
      seqs.push(...body.items.map(({ seq }: { seq: number }) => seq));
      path = body.next_cursor && `/chat/rooms/${name}/messages?limit=3&cursor=${body.next_cursor}`;
    }
    expect(seqs).toEqual([4, 3, 2, 1]);
  });

  it('posts by REST once for one Idempotency-Key, and nothing of a transaction that was undone', async () => {
    const name = room();
    const a = await enter(ada, name);
    await a.settled();
    const key = { 'idempotency-key': 'same-1' };
    const post = () => ada.client.post(`/chat/rooms/${name}/messages`, { content: 'by REST' }, key);
    const [one, two] = [await post(), await post()];
    expect([one.status, two.body]).toEqual([201, one.body]);
    await a.hearsSaid('by REST');
    await say(ada, name, 'next');
    await a.hearsSaid('next');
    expect(a.messages.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('finds no room under what is no name, and none that is not there by its id', async () => {
    for (const bad of [
      '..%2f',
      '%20',
      'a%2Fb',
      'x'.repeat(65),
      '-x',
      '%F0%9F%98%80',
      '0192f0a0-0000-7000-8000-000000000000',
    ]) {
      const client = await ChatClient.open(t.url, bad, ada.accessToken);
      expect((await client.isClosed()).code).toBe(1008);
      expect(client.frames).toMatchObject([{ type: 'error' }]);
    }
    const since = await ChatClient.open(t.url, room(), ada.accessToken, { query: { last_seq: 'x' } });
    expect(await since.isClosed()).toEqual({ code: 1008, reason: 'validation' });
  });
});
