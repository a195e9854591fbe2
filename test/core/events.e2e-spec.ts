import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { DomainEvent, Events } from '../../src/core/data/events';
import { EVENTS_QUEUE } from '../../src/core/data/queues';
import { Redis } from '../../src/core/data/redis';
import { startApp, TestApp } from '../support/app';
import { PrivateRedis } from '../support/private-redis';
import { until } from '../support/until';

class Noted extends DomainEvent {
  static override readonly type = 'test.noted';
  static override readonly durable = true;
  constructor(readonly note: string) {
    super();
  }
}

class Mentioned extends DomainEvent {
  static override readonly type = 'test.mentioned';
  constructor(readonly note: string) {
    super();
  }
}

/** Writes each delivered note as a user's name, so that an effect done twice would be seen in the database. */
function listen(t: TestApp, fail: (note: string) => boolean = () => false): void {
  t.app.get(Events).on(Noted, 'test.keep-note', async ({ note }) => {
    await t.make.user({ fullName: note });
    if (fail(note)) throw new Error('not this time');
  });
}

const notes = async (t: TestApp): Promise<string[]> =>
  (await t.db.query<{ name: string }>(`SELECT full_name AS name FROM users WHERE full_name LIKE 'note%'`))
    .map(({ name }) => name)
    .sort();

const emit = (t: TestApp, ...names: string[]) =>
  t.db.transaction(async () => {
    for (const name of names) await t.app.get(Events).emit(new Noted(name));
  });

const waiting = async (t: TestApp): Promise<number> =>
  (await t.db.query('SELECT 1 FROM outbox WHERE delivered_at IS NULL')).length;

describe('durable events', () => {
  let t: TestApp;
  const failures = new Map<string, number>();

  beforeAll(async () => {
    t = await startApp();
    listen(t, (note) => {
      const left = failures.get(note) ?? 0;
      failures.set(note, left - 1);
      return left > 0;
    });
  });
  afterAll(() => t.stop());
  beforeEach(() => t.reset());

  it('reach their listener after the commit, once', async () => {
    await emit(t, 'note 1', 'note 2');
    await until(async () => (await waiting(t)) === 0);
    expect(await notes(t)).toEqual(['note 1', 'note 2']);
  });

  it('are never told of when the transaction is undone', async () => {
    const undone = t.db.transaction(async () => {
      await t.app.get(Events).emit(new Noted('note undone'));
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await emit(t, 'note after');
    await until(async () => (await waiting(t)) === 0);
    expect(await notes(t)).toEqual(['note after']);
  });

  it('need a transaction', async () => {
    await expect(t.app.get(Events).emit(new Noted('note lost'))).rejects.toThrow('needs a transaction');
  });

  it('are tried again until the listener succeeds, and what failed left nothing', async () => {
    failures.set('note stubborn', 2);
    await emit(t, 'note stubborn');
    await until(async () => (await waiting(t)) === 0, 15_000);
    expect(await notes(t)).toEqual(['note stubborn']);
    const [row] = await t.db.query<{ attempts: number }>('SELECT attempts FROM outbox');
    expect(row.attempts).toBe(2);
  });

  it('have one effect when the job comes twice', async () => {
    await emit(t, 'note twice');
    await until(async () => (await waiting(t)) === 0);
    const [{ id }] = await t.db.query<{ id: string }>('SELECT id FROM outbox');
    await t.db.query('UPDATE outbox SET delivered_at = NULL, due_at = now()');
    await until(async () => (await waiting(t)) === 0);
    await t.app.get<Queue>(getQueueToken(EVENTS_QUEUE)).add({ id });
    expect(await notes(t)).toEqual(['note twice']);
  });

  it('survive the loss of everything in Redis', async () => {
    const queue = t.app.get<Queue>(getQueueToken(EVENTS_QUEUE));
    await queue.pause();
    await emit(t, ...Array.from({ length: 50 }, (_, index) => `note ${index}`));
    await until(async () => (await queue.getWaitingCount()) === 50);
    const { client, prefix } = t.app.get(Redis);
    const keys = await client.keys(`${prefix}:*`);
    await client.del(...keys);
    await queue.resume();
    await t.db.query('UPDATE outbox SET due_at = now()'); // what the reconciler waits ten seconds for
    await until(async () => (await waiting(t)) === 0, 15_000);
    expect(await notes(t)).toHaveLength(50);
  });

  it('tell a listener that is not durable right after the commit, and its failure fails nobody', async () => {
    const heard: string[] = [];
    t.app.get(Events).on(Mentioned, 'test.fails', () => {
      throw new Error('deaf');
    });
    t.app.get(Events).on(Mentioned, 'test.hears', ({ note }) => heard.push(note));
    await t.db.transaction(async () => {
      await t.app.get(Events).emit(new Mentioned('hello'));
      expect(heard).toEqual([]);
    });
    expect(heard).toEqual(['hello']);
  });
});

describe('durable events while Redis is away', () => {
  it('are kept, and delivered within 15 s of its return without a restart', async () => {
    const redis = await PrivateRedis.start();
    const t = await startApp({ REDIS_URL: redis.url });
    try {
      listen(t);
      await emit(t, 'note before');
      await until(async () => (await waiting(t)) === 0);
      await redis.stop();
      for (let index = 0; index < 20; index++) await emit(t, `note ${index}`);
      expect(await waiting(t)).toBe(20);
      await redis.restart();
      await until(async () => (await waiting(t)) === 0, 15_000);
      expect(await notes(t)).toHaveLength(21);
    } finally {
      await t.stop();
      await redis.stop();
    }
  });
});
