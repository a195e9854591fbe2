import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../../src/core/kernel/runtime';
import { FsckService } from '../../../src/modules/content/files/fsck.service';
import { fetchBytes, png, sha256, upload } from '../../content/files/support';
import { orderOf, stockOf, violations } from '../../commerce/orders/support';
import { startApp, TestApp } from '../../support/app';
import type { Answer, Client } from '../../support/client';
import { freePort, Instance } from '../../support/instance';
import { mailsGone, mailsOf } from '../../support/mails';
import { PASSWORD } from '../../support/make';
import type { User } from '../../../src/modules/identity/users/entities/user.entity';
import { PrivatePostgres } from '../../support/private-postgres';
import { until } from '../../support/until';
import { letter } from '../../platform/tasks/support';
import { sweepFiles } from '../../support/sweep-files';

/** How often an instance is killed, and Postgres begun again at once; `CHAOS_KILLS=100 CHAOS_RESTARTS=10` for the whole. */
const KILLS = Number(process.env.CHAOS_KILLS ?? 1);
const RESTARTS = Number(process.env.CHAOS_RESTARTS ?? 1);
/** A process that is killed leaves the mails it has taken to others once its lease of two minutes ends. */
const MAILS_MS = 180_000;
const LIMIT_MS = 180_000 + MAILS_MS + (KILLS + RESTARTS) * 30_000;
const PROGRESS_MS = 60_000;
const STOCK = 1_000_000;
const SIZE = 100_000;
const ROOM_KEEPS = 1000;

interface Place {
  readonly client: Client;
  readonly url: string;
}
/** Fewer than anybody may mail in an hour. */
const LETTERS = 400;

describe('everything at once while instances and the database die', () => {
  let postgres: PrivatePostgres;
  let t: TestApp;
  let user: User;
  let token = '';
  let product: { id: string };
  const instances: Instance[] = [];
  const told = {
    orders: [] as string[],
    messages: [] as string[],
    files: new Map<string, string>(),
    tasks: [] as string[],
  };
  const odd = new Set<string>();
  let turn = 0;

  const start = async (): Promise<Instance> => {
    const instance = Instance.start(await freePort(), { ...t.env, APP_ROLE: 'all' });
    await instance.ready();
    return instance;
  };

  beforeAll(async () => {
    postgres = await PrivatePostgres.start();
    t = await startApp({ DATABASE_URL: postgres.url, APP_ROLE: 'web' });
    user = await t.make.user({ roles: ['teacher'] }); // may mail 500 in an hour
    await logIn();
    product = await t.make.product({ stock: STOCK });
    const admin = await t.make.admin();
    expect((await admin.client.post('/chat/rooms', { kind: 'public', name: 'chaos' })).status).toBe(201);
    instances.push(await start(), await start());
  }, LIMIT_MS);
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop('SIGKILL')));
    await t.stop();
    postgres.stop();
  });

  /** A token lives for ten minutes. */
  async function logIn(): Promise<void> {
    await until(async () => {
      const { status, body } = await t.client.post('/auth/login', { email: user.email, password: PASSWORD });
      if (status === 200) token = body.access_token;
      return status === 200;
    });
  }

  /** Asks, by one key, either instance until one says that it is done. */
  async function insist(ask: (place: Place, key: Record<string, string>) => Promise<Answer>): Promise<Answer> {
    const key = { 'idempotency-key': newId() };
    for (;;) {
      const { client, port } = instances[turn++ % instances.length];
      const place = { client: client.as(token), url: `http://127.0.0.1:${port}` };
      const answer = await ask(place, key).catch(() => null); // no connection, or one that broke off
      if (answer && answer.status < 300) return answer;
      if (odd.size > 20) throw new Error(`Odd answers: ${[...odd].slice(0, 3).join('; ')}`);
      if (answer && answer.status !== 503 && answer.body?.code !== 'in_progress')
        odd.add(`${answer.status} ${answer.text}`);
      await sleep(20);
    }
  }

  const work: (() => Promise<void>)[] = [
    async () => {
      const { body } = await insist(({ client }, key) => client.post('/orders', orderOf([product.id, 1]), key));
      told.orders.push(body.id);
    },
    async () => {
      const message = { content: 'Hello', client_id: newId() };
      const { body } = await insist(({ client }) => client.post('/chat/rooms/chaos/messages', message));
      told.messages.push(body.id);
    },
    async () => {
      const bytes = png(SIZE);
      const { body } = await insist((place, key) => upload(place, bytes, 'a.png', {}, key));
      told.files.set(body.id, sha256(bytes));
    },
    async () => {
      if (told.tasks.length >= LETTERS) return work[0]();
      const mail = letter(newId());
      const { body } = await insist(({ client }, key) => client.post('/tasks/email', mail, key));
      told.tasks.push(body.task_id);
    },
  ];

  /** People who do such things without pause while the work lasts, and see their last one through. */
  async function whileBusy(faults: () => Promise<void>): Promise<void> {
    let going = true;
    const callers = Array.from({ length: 8 }, async (_, caller) => {
      for (let n = caller; going; n++) await work[n % work.length]();
    });
    await faults().finally(() => (going = false));
    await Promise.all(callers);
  }

  const doneSoFar = (): number => told.orders.length + told.messages.length + told.files.size + told.tasks.length;
  const someMore = async (): Promise<void> => {
    const before = doneSoFar();
    await until(() => doneSoFar() > before + 20 + Math.random() * 60, PROGRESS_MS);
  };

  it(
    'loses nothing that was acknowledged, doubles nothing, and goes on',
    async () => {
      await whileBusy(async () => {
        for (let n = 0; n < Math.max(KILLS, RESTARTS); n++) {
          await logIn();
          if (n < KILLS) {
            await someMore();
            await instances[n % 2].stop('SIGKILL');
            instances[n % 2] = await start();
          }
          if (n < RESTARTS) {
            await someMore();
            await postgres.restart();
          }
        }
        await someMore();
      });
      expect([...odd]).toEqual([]);
      await expectWhole();
    },
    LIMIT_MS,
  );

  async function expectWhole(): Promise<void> {
    const ids = async (sql: string): Promise<string[]> => (await t.db.query<{ id: string }>(sql)).map(({ id }) => id);
    const sorted = (some: Iterable<string>): string[] => [...some].sort();
    await until(
      async () => (await ids(`SELECT id FROM tasks WHERE status <> 'completed' LIMIT 1`)).length === 0,
      90_000,
    );
    await mailsGone(t, MAILS_MS);
    expect(sorted(await ids('SELECT id FROM orders'))).toEqual(sorted(told.orders));
    expect(await stockOf(t, product.id)).toBe(STOCK - told.orders.length);
    expect(sorted(await ids('SELECT id FROM tasks'))).toEqual(sorted(told.tasks));
    expect(mailsOf(t).filter(({ subject }) => subject.startsWith('Letter')).length).toBe(told.tasks.length);
    const kept = await t.db.query<{ id: string; seq: string }>('SELECT id, seq FROM chat_messages ORDER BY seq');
    const beyond = Math.max(0, told.messages.length - ROOM_KEEPS);
    expect(kept.map(({ seq }) => Number(seq))).toEqual(
      told.messages.slice(beyond).map((_, index) => beyond + index + 1),
    );
    expect(told.messages).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
    await sweepFiles(t, 0);
    expect(await t.app.get(FsckService).check({ checksums: true }, 0)).toMatchObject({ ok: true });
    expect(sorted(await ids('SELECT id FROM files'))).toEqual(sorted(told.files.keys()));
    for (const [id, checksum] of told.files) {
      const { bytes } = await fetchBytes(t.client.as(token), t.url, `/storage/download/${id}`);
      expect(sha256(bytes)).toBe(checksum);
    }
    await until(async () => (await violations(t)).length === 0, 30_000);
  }
});
