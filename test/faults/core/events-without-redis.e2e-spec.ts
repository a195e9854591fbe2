import { DomainEvent, Events } from '../../../src/core/data/events';
import { startApp, TestApp } from '../../support/app';
import { PrivateRedis } from '../../support/private-redis';
import { until } from '../../support/until';

class Kept extends DomainEvent {
  static override readonly type = 'test.kept';
  static override readonly durable = true;
  constructor(readonly note: string) {
    super();
  }
}

/** Writes each delivered note as a user's name, so that an effect done twice would be seen in the database. */
const listen = (t: TestApp): void =>
  void t.app.get(Events).on(Kept, 'test.keep-note', async ({ note }) => void (await t.make.user({ fullName: note })));

const notes = async (t: TestApp): Promise<string[]> =>
  (await t.db.query<{ name: string }>(`SELECT full_name AS name FROM users WHERE full_name LIKE 'note%'`))
    .map(({ name }) => name)
    .sort();

const emit = (t: TestApp, note: string) => t.db.transaction(() => t.app.get(Events).emit(new Kept(note)));

const waiting = async (t: TestApp): Promise<number> =>
  (await t.db.query('SELECT 1 FROM outbox WHERE delivered_at IS NULL')).length;

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
