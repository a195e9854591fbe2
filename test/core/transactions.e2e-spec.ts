import { statement } from '../../src/core/data/database';
import { Category } from '../../src/modules/commerce/catalog/entities/category.entity';
import { TestApp, workerApp } from '../support/app';

const ADD = statement('test.add-category', 'INSERT INTO categories (id, name, description) VALUES ($1, $2, $3)');
const FIRST = '01920000-0000-7000-8000-000000000001';
const SECOND = '01920000-0000-7000-8000-000000000002';

describe('a transaction', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(() => t.reset());
  afterAll(() => t.stop());

  const names = async (): Promise<string[]> =>
    (await t.db.query<{ name: string }>('SELECT name FROM categories ORDER BY name')).map(({ name }) => name);
  const broken = () => t.db.execute(ADD, [FIRST, null, '']);

  it('writes what was left for the commit after all else, whichever way it began', async () => {
    await t.db.transaction(async () => {
      await t.db.executeAtCommit(ADD, [SECOND, 'B', '']);
      expect(await names()).toEqual([]);
      await t.db.repo(Category).insert({ id: FIRST, name: 'A', description: '' });
    });
    expect(await names()).toEqual(['A', 'B']);
  });

  it('is undone whole when what was left for the commit fails', async () => {
    const work = t.db.transaction(async () => {
      await t.db.execute(ADD, [FIRST, 'A', '']);
      await t.db.executeAtCommit(ADD, [FIRST, 'B', '']);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await names()).toEqual([]);
  });

  it('fails when a failure within it was overlooked, also that of its first statement', async () => {
    const overlooking = t.db.transaction(async () => {
      await broken().catch(() => undefined);
      await t.db.executeAtCommit(ADD, [SECOND, 'B', '']);
    });
    await expect(overlooking).rejects.toMatchObject({ code: '25P02' });
    await expect(t.db.transaction(() => broken().catch(() => undefined))).rejects.toThrow('before its commit');
    expect(await names()).toEqual([]);
  });

  it('undoes no more than a savepoint when that fails, with what it had left for the commit', async () => {
    await t.db.transaction(async () => {
      await t.db
        .savepoint(async () => {
          await t.db.executeAtCommit(ADD, [SECOND, 'B', '']);
          await broken();
        })
        .catch(() => undefined);
      await t.db.executeAtCommit(ADD, [FIRST, 'A', '']);
    });
    expect(await names()).toEqual(['A']);
  });

  it('of nothing costs nothing, and leaves its connection as it was', async () => {
    expect(await t.db.transaction(() => Promise.resolve(1))).toBe(1);
    await expect(t.db.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await t.db.query('SELECT now() = statement_timestamp() AS alone')).toEqual([{ alone: true }]);
  });
});
