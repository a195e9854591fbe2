import { SigningKeys } from '../../src/modules/identity/auth';
import { defineLock } from '../../src/core/data/database';
import { startApp, TestApp } from '../support/app';
import { until } from '../support/until';

const OTHER = defineLock('test.other');

describe('locks', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.stop());

  /** Stops the import in its middle, by a row that it needs, until the work is done. */
  async function duringImport(work: () => Promise<void>): Promise<void> {
    const admin = (await t.make.admin()).client;
    let release = (): void => undefined;
    const held = t.db.transaction(async () => {
      await t.db.query('LOCK TABLE classrooms IN ACCESS EXCLUSIVE MODE');
      await new Promise<void>((resolve) => (release = resolve));
    });
    const importing = admin.call('POST', '/school/import?kind=classrooms', {
      body: 'name,grade_level,teacher_email,capacity\n7B,9,ada@school.test,5\n',
      headers: { 'content-type': 'text/csv' },
    });
    try {
      const stopped = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND pid IN (SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database())`;
      await until(async () => (await t.db.query(stopped)).length > 0, 20_000);
      await work();
    } finally {
      release();
      await held;
      await importing;
    }
  }

  it('of an import under way stop neither a rotation of keys nor the chain of the trail', async () => {
    await duringImport(async () => {
      await t.app.get(SigningKeys).rotate({ atOnce: true });
      await t.make.person();
      const unlinked =
        'SELECT 1 FROM audit_entries e WHERE NOT EXISTS (SELECT FROM audit_chain c WHERE c.entry_id = e.id)';
      await until(async () => (await t.db.query(unlinked)).length === 0, 20_000);
    });
  }, 60_000);

  it('are held by one transaction at a time, each key by itself, and need one', async () => {
    await expect(OTHER.acquire(t.db)).rejects.toThrow('needs a transaction');
    const free = await t.db.transaction(async () => {
      await OTHER.acquire(t.db, 'a');
      return t.db.inNewTransaction(async () => [
        await OTHER.tryAcquire(t.db, 'a'),
        await OTHER.tryAcquire(t.db, 'b'),
        await OTHER.tryAcquire(t.db),
      ]);
    });
    expect(free).toEqual([false, true, true]);
    expect(await t.db.transaction(() => OTHER.tryAcquire(t.db, 'a'))).toBe(true);
  });
});
