import { loadConfig } from '../../../src/core/kernel/config';
import { Invariants } from '../../../src/core/data/invariants';
import { Redis } from '../../../src/core/data/redis';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import type { Person } from '../../support/make';
import { PrivateRedis } from '../../support/private-redis';
import { until } from '../../support/until';
import { ChatClient, deliveries, isGapless } from '../../communication/chat/support';

const KILLS = Number(process.env.CHAT_KILLS ?? 1);
const SENDERS = 10;

const off = async (t: TestApp) => (await t.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok);

/** Somebody who says one thing after another and comes back wherever they can, until all has been heard. */
class Talker {
  readonly heard = new Map<number, string>();
  readonly acknowledged = new Set<string>();
  readonly doubles: number[] = [];
  private client: ChatClient | null = null;
  private last = 0;
  private taken = 0;
  private ended = false;

  constructor(
    private readonly urls: string[],
    private readonly room: string,
    private readonly person: Person,
  ) {}

  async talk(words: readonly string[]): Promise<void> {
    for (const word of words) {
      while (!this.acknowledged.has(word)) {
        await this.connected();
        this.client?.send({ content: word, client_id: word });
        await until(() => this.hear().has(word) || this.client?.closed !== null, 5000).catch(() => undefined);
      }
    }
  }

  async hearsAll(count: number): Promise<void> {
    await until(async () => {
      await this.connected();
      this.hear();
      return this.heard.size >= count;
    });
  }

  end(): void {
    this.ended = true;
    this.client?.cut();
  }

  private async connected(): Promise<void> {
    this.hear();
    for (let n = 0; !this.ended && (this.client === null || this.client.closed); n++) {
      const url = this.urls[n % this.urls.length];
      const query = { last_seq: this.last };
      this.taken = 0;
      this.client = await ChatClient.open(url, this.room, this.person.accessToken, { query }).catch(() => null);
    }
  }

  private hear(): Set<string> {
    for (const { seq, content } of this.client?.messages.slice(this.taken) ?? []) {
      this.taken += 1;
      if (this.heard.has(seq)) {
        if (this.heard.get(seq) !== content) this.doubles.push(seq);
        continue;
      }
      if (seq !== this.last + 1) this.doubles.push(seq);
      this.last = seq;
      this.heard.set(seq, content);
      this.acknowledged.add(content);
    }
    return this.acknowledged;
  }
}

describe('an instance that is killed under ten senders', () => {
  let t: TestApp;
  let people: Person[];
  let instances: Instance[] = [];

  beforeAll(async () => {
    t = await startApp();
    people = [];
    for (let n = 0; n < SENDERS; n++) people.push(await t.make.person());
  });
  afterAll(async () => {
    await Promise.all(instances.map((one) => one.stop('SIGKILL')));
    expect(await off(t)).toEqual([]);
    await t.stop();
  });

  it('loses nothing that was heard, doubles nothing, and comes back to one order', async () => {
    const start = async (port: number): Promise<Instance> => {
      const instance = Instance.start(port, t.env);
      await instance.ready();
      return instance;
    };
    instances = [await start(await freePort()), await start(await freePort())];
    const urls = instances.map(({ port }) => `http://127.0.0.1:${port}`);
    const talkers = people.map((person, n) => new Talker(n % 2 ? urls : [...urls].reverse(), 'storm', person));
    const words = people.map((_, who) => Array.from({ length: 15 * (KILLS + 1) }, (__, n) => `${who}-${n}`));
    const talking = Promise.all(talkers.map((talker, who) => talker.talk(words[who])));
    for (let n = 0; n < KILLS; n++) {
      const victim = instances[n % 2];
      await until(() => talkers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0) > 300 * (n + 1));
      await victim.stop('SIGKILL');
      instances[n % 2] = await start(victim.port);
    }
    await talking;
    const total = words.flat().length;
    await Promise.all(talkers.map((talker) => talker.hearsAll(total)));
    const [first] = talkers;
    for (const talker of talkers) {
      expect(talker.doubles).toEqual([]);
      expect([...talker.heard]).toEqual([...first.heard]); // the same, in the same order
    }
    expect([...first.heard.keys()]).toEqual(Array.from({ length: total }, (_, n) => n + 1));
    expect([...first.heard.values()].sort()).toEqual(words.flat().sort());
    for (const talker of talkers) talker.end();
  }, 180_000);

  it('leaves nobody in a room for ever', async () => {
    const [ada, bob] = people;
    const watcher = await ChatClient.open(t.url, 'wake', ada.accessToken);
    await watcher.settled();
    const instance = Instance.start(await freePort(), t.env);
    instances.push(instance);
    await instance.ready();
    const b = await ChatClient.open(`http://127.0.0.1:${instance.port}`, 'wake', bob.accessToken);
    await watcher.hears(({ content }) => content === `${bob.user.fullName} has joined the chat`);
    await instance.stop('SIGKILL');
    await b.isClosed();
    await watcher.hears(({ content }) => content === `${bob.user.fullName} has left the chat`, 30_000);
    const { body } = await ada.client.get('/chat/rooms/wake/users');
    expect(body.active_users).toEqual([ada.user.fullName]);
    await watcher.close();
  });

  it('by SIGTERM says goodbye with 1001, and ends', async () => {
    const instance = Instance.start(await freePort(), t.env);
    instances.push(instance);
    await instance.ready();
    const url = `http://127.0.0.1:${instance.port}`;
    const clients = await Promise.all(people.map(({ accessToken }) => ChatClient.open(url, 'dusk', accessToken)));
    await Promise.all(clients.map((client) => client.settled()));
    expect(await instance.stop('SIGTERM')).toBe(0);
    for (const client of clients) expect(await client.isClosed()).toEqual({ code: 1001, reason: 'going_away' });
    // Whoever comes back elsewhere at once has never left.
    const back = await ChatClient.open(t.url, 'dusk', people[0].accessToken);
    await back.settled();
    expect(back.news).toEqual([]);
    await back.close();
  });
});

describe('two instances', () => {
  let redis: PrivateRedis;
  let one: TestApp;
  let two: TestApp;
  let ada: Person;
  let bob: Person;

  beforeAll(async () => {
    redis = await PrivateRedis.start();
    one = await startApp({ REDIS_URL: redis.url });
    two = await startApp(one.env);
    ada = await one.make.person();
    bob = await one.make.person();
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
    await redis.stop();
  });

  const both = async (room: string) => {
    const clients = await Promise.all([
      ChatClient.open(one.url, room, ada.accessToken),
      ChatClient.open(two.url, room, bob.accessToken),
    ]);
    await Promise.all(clients.map((client) => client.settled()));
    return clients;
  };

  const historyOf = async (url: string, query: string): Promise<string[]> => {
    const headers = { authorization: `Bearer ${ada.accessToken}` };
    const answer = await fetch(`${url}/api/v1/chat/rooms/outage/messages?${query}`, { headers });
    return ((await answer.json()) as { items: { content: string }[] }).items.map(({ content }) => content);
  };

  it('go on while Redis is away and after it came back, without a gap', async () => {
    const [a, b] = await both('outage');
    const words = (what: string) => Array.from({ length: 10 }, (_, n) => `${what} ${n}.`);
    const [fastest] = await deliveries(a, b, words('before'));
    expect(fastest).toBeLessThan(500);
    await redis.stop();
    for (let n = 0; n < 20; n++) {
      a.send(`a${n}`);
      b.send(`b${n}`);
    }
    await Promise.all([a.hearsSaid('b19'), b.hearsSaid('a19')]);
    const [without] = await deliveries(a, b, words('without'));
    expect(without).toBeLessThan(500);
    await redis.restart();
    const ready = (t: TestApp) => t.app.get(Redis).ready;
    await until(() => ready(one) && ready(two), 10_000);
    for (let n = 20; n < 40; n++) {
      a.send(`a${n}`);
      b.send(`b${n}`);
    }
    await Promise.all([a.hearsSaid('b39'), b.hearsSaid('a39')]);
    const [after] = await deliveries(a, b, words('after'));
    expect(after).toBeLessThan(500);
    for (const client of [a, b]) {
      await until(() => client.messages.length >= 110);
      expect(client.messages).toHaveLength(110);
      expect(isGapless(client.messages)).toBe(true);
      expect(client.said).toEqual(a.said);
      await client.close();
    }
    const pages = await Promise.all(
      [one, two].flatMap(({ url }) => ['', '&before=11'].map((before) => historyOf(url, `limit=100${before}`))),
    );
    expect([...pages[0], ...pages[1]].reverse()).toEqual(a.said);
    expect(pages.slice(2)).toEqual(pages.slice(0, 2));
    expect(await off(one)).toEqual([]);
  });

  it('find by themselves what the bus has lost, messages and edits', async () => {
    const [a, b] = await both('lost');
    a.send('told');
    await b.hearsSaid('told');
    const silent = jest.spyOn(one.app.get(Redis), 'ready', 'get').mockReturnValue(false); // nothing is published
    a.send('lost');
    const lost = await b.hearsSaid('lost', 3000);
    await ada.client.patch(`/chat/rooms/lost/messages/${lost.id}`, { content: 'found' });
    await b.hears(({ type, content }) => type === 'message_edited' && content === 'found', 3000);
    silent.mockRestore();
    a.send('told again');
    await b.hearsSaid('told again');
    expect(b.said).toEqual(['told', 'lost', 'told again']);
    await Promise.all([a.close(), b.close()]);
  });

  it('put what comes out of order into order, and look up what never comes', async () => {
    const [a, b] = await both('mixed');
    const news = async (roomId: string, numbers: number[]) => {
      const messages = numbers.map((n) => [n, JSON.stringify({ type: 'message', seq: n, content: `word ${n}` })]);
      const { redisPrefix } = loadConfig(one.env);
      const topic = ['another', 'chat.room-updates', { roomId, messages }];
      await one.app.get(Redis).client.publish(`${redisPrefix}:bus`, JSON.stringify(topic));
    };
    a.send('one');
    await b.hearsSaid('one');
    const [{ id: roomId }] = await one.db.query<{ id: string }>(`SELECT id FROM chat_rooms WHERE name = 'mixed'`);
    await news(roomId, [3]);
    await news(roomId, [2]);
    await b.hearsSaid('word 3');
    expect(b.said).toEqual(['one', 'word 2', 'word 3']);
    await news(roomId, [2, 3]);
    await b.settled();
    expect(b.messages).toHaveLength(3);
    await Promise.all([a.close(), b.close()]);
  });
});
