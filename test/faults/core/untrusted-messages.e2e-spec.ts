import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import { EVENTS_QUEUE } from '../../../src/core/data/queues';
import { TASKS_QUEUE } from '../../../src/modules/platform/tasks/engine/task-queue';
import { Bus, Redis, Topic } from '../../../src/core/data/redis';
import { newId } from '../../../src/core/kernel/runtime';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import { until } from '../../support/until';

/** Real payloads of every topic, and two of topics nobody has. */
const REAL: [string, unknown][] = [
  ['auth.session-changed', [newId()]],
  ['auth.signing-keys-changed', 'kid'],
  ['tasks.changed', [{ id: newId(), status: 'running', version: 2 }]],
  ['tasks.worker', { workerId: newId(), host: 'a:1', running: 1 }],
  ['chat.room-updates', { roomId: newId(), messages: [[1, '{}']], presenceEvent: [newId(), '{}'], access: true }],
  ['queue.beat', null],
  ['outbound.breaker', { from: 'x', change: { name: 'smtp', state: 'open', openMs: 5, streak: 1, reason: 'down' } }],
  ['gateway.history', { from: 'x', counts: { shop: [{ index: 1, answered: 1 }] } }],
  ['of.another-release', { any: 'thing' }],
  ['__proto__', {}],
];

/** The same numbers every time: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const ODD = ['null', '0', '-1', '"text"', '[]', '{}', 'true', '[null]', '[[]]', '{"from":null}', nested(500)];

/** The text of a value, damaged in one of many ways. */
function damaged(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const odd = ODD[Math.floor(random() * ODD.length)];
  switch (Math.floor(random() * 7)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 256)) + text.slice(at + 1);
    case 2:
      return odd;
    case 3:
      return text.replace(/"[^"]*":/, '"gone":');
    case 4:
      return text.replace(/:("[^"]*"|\d+|\[)/, (whole) => (whole.endsWith('[') ? whole : `:${odd}`));
    case 5:
      return nested(20_000);
    default:
      return `${text.slice(0, at)}${'x'.repeat(100_000)}${text.slice(at)}`;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('what comes from elsewhere', () => {
  let t: TestApp;
  let other: Instance;
  beforeAll(async () => {
    t = await startApp({ APP_ROLE: 'web' });
    const { LOG_DIR: _, PORT: __, ...env } = t.env;
    other = Instance.start(await freePort(), { ...env, APP_ROLE: 'all' });
    await other.ready(60_000);
  }, 90_000);
  afterAll(async () => {
    await other.stop('SIGKILL');
    await t.stop();
  });

  const ignored = async (reason: string): Promise<number> => {
    const { text } = await other.client.get('//metrics');
    return Number(new RegExp(`bus_messages_ignored_total\\{reason="${reason}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  };

  /** A registration's mail goes out through the outbox, Bull and a listener, in the other process alone. */
  async function expectWorking(): Promise<void> {
    expect(other.child.exitCode).toBeNull();
    const [{ now }] = await t.db.query<{ now: Date }>('SELECT now() AS now');
    const body = { email: `${newId()}@example.com`, password: 'Sunny-Day-42', full_name: 'Mia Example' };
    expect((await other.client.post('/auth/register', body)).status).toBe(201);
    const delivered = 'SELECT 1 FROM outbox WHERE delivered_at IS NOT NULL AND created_at >= $1';
    await until(async () => (await t.db.query(delivered, [now])).length > 0, 60_000);
    expect(other.child.exitCode).toBeNull();
  }

  it('ends no process, however a message of the bus is damaged', async () => {
    const { client, prefix } = t.app.get(Redis);
    const random = seeded(42);
    for (let n = 0; n < 1000; n++) {
      const [topic, payload] = REAL[n % REAL.length];
      const inner = damaged(JSON.stringify(payload), random);
      const whole = `["other",${JSON.stringify(topic)},${inner}]`;
      const text = n % 3 === 0 ? damaged(whole, random) : n % 50 === 1 ? `["other","${topic}",null,2]` : whole;
      await client.publish(`${prefix}:bus`, n % 7 === 0 ? Buffer.from(text, 'latin1') : text);
    }
    await until(async () => (await ignored('unreadable')) > 100 && (await ignored('unknown_topic')) > 10, 30_000);
    expect(await ignored('unknown_version')).toBeGreaterThan(0);
    await expectWorking();
  }, 120_000);

  it('ends no process, however a job is damaged', async () => {
    const { client, prefix } = t.app.get(Redis);
    const random = seeded(43);
    for (const name of [EVENTS_QUEUE, TASKS_QUEUE]) {
      const queue = t.app.get<Queue>(getQueueToken(name));
      for (let n = 0; n < 200; n++) {
        const real = name === EVENTS_QUEUE ? { id: newId() } : { tasks: [{ id: newId(), runNo: 1 }] };
        const id = newId();
        // Bull pauses for five seconds after one that is no JSON, so there are only two of these.
        const drawn = damaged(JSON.stringify(real), random);
        const text = n < 2 ? 'not json' : isJson(drawn) ? drawn : ODD[n % ODD.length];
        // Bull itself writes only what is JSON, so the job's text is changed before anybody takes it.
        await client
          .multi()
          .hset(`${prefix}:bull:${name}:${id}`, {
            name: '__default__',
            data: text,
            opts: '{}',
            timestamp: 1,
            delay: 0,
            priority: 0,
          })
          .lpush(`${prefix}:bull:${name}:wait`, id)
          .exec();
      }
      await queue.add({ id: newId() }, { removeOnComplete: true });
      await until(async () => (await queue.getWaitingCount()) === 0, 60_000);
    }
    await expectWorking();
  }, 180_000);

  it('ends no process, whatever a row of the outbox holds', async () => {
    const types = await t.db.query<{ type: string }>('SELECT DISTINCT type FROM outbox');
    const random = seeded(44);
    for (let n = 0; n < 200; n++) {
      const type = [...types.map((one) => one.type), 'mail.requested', 'orders.placed', 'users.deleted'][
        n % (types.length + 3)
      ];
      const payload = damaged(JSON.stringify({ sealed: 'x', userId: newId(), ids: [1] }), random).slice(0, 50_000);
      await t.db
        .execute('INSERT INTO outbox (id, type, payload) VALUES ($1, $2, $3)', [newId(), type, payload])
        .catch(() => undefined); // no JSON
    }
    await until(
      async () =>
        (await t.db.query(`SELECT 1 FROM event_deliveries WHERE attempts = 0 AND state = 'pending'`)).length === 0,
      60_000,
    );
    await expectWorking();
  }, 120_000);

  it('reaches the next subscriber where one fails, at once or later', async () => {
    const topic: Topic<string> = { name: 'test.heard', accepts: (one): one is string => typeof one === 'string' };
    const bus = t.app.get(Bus);
    const heard: string[] = [];
    bus.subscribe(topic, () => {
      throw new Error('at once');
    });
    bus.subscribe(topic, () => Promise.reject(new Error('later')));
    bus.subscribe(topic, (text) => void heard.push(text));
    await bus.publish(topic, 'hello');
    expect(heard).toEqual(['hello']);
  });
});
