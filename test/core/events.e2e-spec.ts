import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { DomainEvent, Events } from '../../src/core/data/events';
import { EVENTS_QUEUE } from '../../src/core/data/queues';
import { Redis } from '../../src/core/data/redis';
import { newId } from '../../src/core/kernel/runtime';
import { startApp, TestApp } from '../support/app';
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

class Moved extends DomainEvent {
  static override readonly type = 'test.moved';
  static override readonly durable = true;
  static override subjectOf = (event: Moved): string => event.thing;
  constructor(
    readonly thing: string,
    readonly step: number,
  ) {
    super();
  }
}

class Known extends DomainEvent {
  static override readonly type = 'test.versioned';
  static override readonly durable = true;
}

class Newer extends DomainEvent {
  static override readonly type = 'test.versioned';
  static override readonly durable = true;
  static override readonly version = 2;
}

class Shared extends DomainEvent {
  static override readonly type = 'test.shared';
  static override readonly durable = true;
}

class Given extends DomainEvent {
  static override readonly type = 'test.given';
  static override readonly durable = true;
  constructor(readonly note: string) {
    super();
  }
}

class Rolled extends DomainEvent {
  static override readonly type = 'test.rolled';
  static override readonly durable = true;
}

class Written extends DomainEvent {
  static override readonly type = 'test.written';
  static override readonly durable = true;
  constructor(readonly note: string) {
    super();
  }
}

class Unheard extends DomainEvent {
  static override readonly type = 'test.unheard';
  static override readonly durable = true;
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
    const [row] = await t.db.query<{ attempts: number }>('SELECT attempts FROM event_deliveries');
    expect(row.attempts).toBe(2);
  });

  it('have one effect when the job comes twice, also at the same time', async () => {
    const queue = t.app.get<Queue>(getQueueToken(EVENTS_QUEUE));
    await queue.pause();
    await emit(t, 'note twice');
    const [{ id }] = await t.db.query<{ id: string }>('SELECT id FROM event_deliveries');
    await Promise.all(Array.from({ length: 8 }, () => t.app.get(Events).deliver(id)));
    await queue.resume();
    await queue.add({ id });
    await until(async () => (await waiting(t)) === 0);
    await t.app.get(Events).deliver(id);
    expect(await notes(t)).toEqual(['note twice']);
  });

  it('reach a consumer though another one fails', async () => {
    const heard: string[] = [];
    t.app.get(Events).on(Shared, 'test.always-fails', () => {
      throw new Error('always');
    });
    t.app.get(Events).on(Shared, 'test.succeeds', () => void heard.push('shared'));
    await t.db.transaction(() => t.app.get(Events).emit(new Shared()));
    const states = () =>
      t.db.query<{ consumer: string; state: string }>(
        `SELECT consumer, state FROM event_deliveries WHERE consumer LIKE 'test.%' ORDER BY 1`,
      );
    await until(async () => (await states()).filter(({ state }) => state === 'delivered').length === 1, 20_000);
    expect(heard).toEqual(['shared']);
    expect(await states()).toEqual([
      { consumer: 'test.always-fails', state: 'pending' },
      { consumer: 'test.succeeds', state: 'delivered' },
    ]);
  });

  it('that are given up are seen by an admin and tried again, all of a consumer or one', async () => {
    const admin = (await t.make.admin()).client;
    let isIll = true;
    const heard: string[] = [];
    t.app.get(Events).on(Given, 'test.gives-up', ({ note }) => {
      if (isIll) throw new Error('ill');
      heard.push(note);
    });
    for (const note of ['a', 'b']) await t.db.transaction(() => t.app.get(Events).emit(new Given(note)));
    const due = `UPDATE event_deliveries SET attempts = 99, due_at = now() WHERE state = 'pending' AND consumer = 'test.gives-up'`;
    await t.db.execute(due); // one attempt is left
    const path = '/admin/events?state=dead&consumer=test.gives-up&limit=1';
    await until(async () => (await admin.get(path)).body.next_cursor !== null, 20_000);
    const first = (await admin.get(path)).body;
    const second = (await admin.get(`${path}&cursor=${first.next_cursor}`)).body;
    const [one, other] = [first.items[0], second.items[0]];
    expect([one.last_error, one.attempts, one.type, second.next_cursor]).toEqual(['ill', 100, 'test.given', null]);
    expect(one.id).not.toBe(other.id);
    isIll = false;
    const replayed = await admin.post(`/admin/events/${one.id}/replay`, {});
    expect([replayed.status, replayed.body.state, replayed.body.attempts]).toEqual([200, 'pending', 0]);
    await until(() => heard.length === 1, 20_000);
    expect((await admin.post(`/admin/events/${one.id}/replay`, {})).body.code).toBe('delivery_not_dead');
    expect((await admin.post(`/admin/events/${newId()}/replay`, {})).body.code).toBe('delivery_not_found');
    expect((await admin.post('/admin/events/replay', { consumer: 'test.gives-up' })).body).toEqual({ replayed: 1 });
    await until(() => heard.length === 2, 20_000);
    expect([...heard].sort()).toEqual(['a', 'b']);
    expect((await (await t.make.person()).client.get('/admin/events')).status).toBe(403);
  });

  it('reach a consumer that the emitting process has never heard of, and are not ended by one without it', async () => {
    const heard: string[] = [];
    t.app.get(Events).on(Rolled, 'test.of-new-release', () => void heard.push('rolled'));
    await t.app.get(Events).vouch(); // as at a start
    const old = await startApp(t.env);
    try {
      for (let n = 0; n < 10; n++) await old.db.transaction(() => old.app.get(Events).emit(new Rolled()));
      await until(() => heard.length === 10, 40_000);
    } finally {
      await old.stop();
    }
    expect(heard).toHaveLength(10);
  }, 60_000);

  it('come in the order of their subject where the consumer asks for it', async () => {
    const heard: string[] = [];
    let failures = 1;
    t.app.get(Events).on(
      Moved,
      'test.in-order',
      ({ step }) => {
        if (step === 1 && failures-- > 0) throw new Error('not yet');
        heard.push(String(step));
      },
      { ordered: true },
    );
    for (const step of [1, 2, 3]) await t.db.transaction(() => t.app.get(Events).emit(new Moved('one', step)));
    await until(() => heard.length === 3, 20_000);
    expect(heard).toEqual(['1', '2', '3']);
  });

  it('are left alone in a version that this process does not understand, without an attempt', async () => {
    t.app.get(Events).on(Known, 'test.knows-first', () => undefined);
    await t.db.transaction(() => t.app.get(Events).emit(new Newer()));
    await emit(t, 'note beside');
    await until(async () => (await notes(t)).includes('note beside'));
    const [row] = await t.db.query(
      `SELECT state, attempts, version FROM event_deliveries WHERE consumer = 'test.knows-first'`,
    );
    expect(row).toEqual({ state: 'pending', attempts: 0, version: 2 });
  });

  it('that an older release emits reach the consumers of this one', async () => {
    await t.db.query(`INSERT INTO outbox (id, type, payload) VALUES ($1, 'test.noted', '{"note":"note of old"}')`, [
      newId(),
    ]);
    await until(async () => (await notes(t)).includes('note of old'), 20_000);
  });

  it('of nobody are delivered at once', async () => {
    await t.db.transaction(() => t.app.get(Events).emit(new Unheard()));
    expect(await t.db.query(`SELECT 1 FROM outbox WHERE type = 'test.unheard' AND delivered_at IS NULL`)).toEqual([]);
  });

  it('have more written with them, in the transaction that emits them', async () => {
    t.app.get(Events).alongside(Written, async ({ note }) => {
      await t.make.user({ fullName: note });
      if (note === 'note 2') throw new Error('not this one');
    });
    const write = (note: string, end: () => void = () => undefined) =>
      t.db.transaction(async () => {
        await t.app.get(Events).emit(new Written(note));
        end();
      });
    await write('note 1');
    await expect(write('note 2')).rejects.toThrow('not this one');
    const undo = (): never => {
      throw new Error('undone');
    };
    await expect(write('note 3', undo)).rejects.toThrow('undone');
    expect(await notes(t)).toEqual(['note 1']);
    expect(await t.db.query(`SELECT 1 FROM outbox WHERE type = 'test.written'`)).toHaveLength(1);
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
    await t.db.query('UPDATE event_deliveries SET due_at = now()'); // what the reconciler waits ten seconds for
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
