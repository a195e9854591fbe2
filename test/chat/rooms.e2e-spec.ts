import { startApp, TestApp } from '../support/app';
import type { Person } from '../support/make';
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
    ada = await t.make.person({ fullName: 'Ada Lovelace' });
    bob = await t.make.person({ fullName: 'Bob Stone' });
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

  it('hears what anybody says there, with the server’s word for who and when', async () => {
    const name = room();
    const [a, b] = [await enter(ada, name), await enter(bob, name)];
    await b.hears((frame) => frame.type === 'system' && frame.content === 'Bob Stone has joined the chat');
    a.send('Hello');
    b.send({ content: 'Hi', client_id: 'b1', sender: 'Ada Lovelace', sender_id: ada.user.id, room: 'x', timestamp: '1999' });
    for (const client of [a, b]) {
      await client.hearsSaid('Hi');
      await client.hearsSaid('Hello');
      expect(isGapless(client.messages)).toBe(true);
      expect(client.messages.map(({ seq }) => seq)).toEqual([1, 2]);
    }
    const hi = await a.hearsSaid('Hi');
    expect(hi).toEqual({
      type: 'message',
      id: expect.any(String),
      seq: expect.any(Number),
      room: name,
      sender: 'Bob Stone',
      sender_id: bob.user.id,
      content: 'Hi',
      timestamp: expect.stringMatching(/^20.*Z$/),
      client_id: 'b1',
      mentions: [],
      file: null,
      edited_at: null,
      deleted_at: null,
    });
  });
});
