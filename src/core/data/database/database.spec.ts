import { loadConfig } from '../../kernel/config';
import { Database } from './database';

describe('Database.whenOpen', () => {
  it('runs each work by itself: one that fails, at once or later, keeps none from running', async () => {
    const db = new Database(
      loadConfig({
        NODE_ENV: 'test',
        DATABASE_URL: 'postgres://127.0.0.1:1/none',
        REDIS_URL: 'redis://127.0.0.1:1',
        SECRET_KEY: 'x'.repeat(43),
      }),
    );
    jest.spyOn(db.dataSource, 'initialize').mockResolvedValue(db.dataSource);
    jest.spyOn((db as any).watch, 'follow').mockImplementation(() => undefined); // there is no pool to be watched
    const logged: unknown[][] = [];
    jest.spyOn((db as any).log, 'error').mockImplementation((...said: unknown[]) => void logged.push(said));
    const ran: string[] = [];
    const failure = new Error('mine');
    void db.whenOpen(() => Promise.reject(failure));
    void db.whenOpen(() => {
      throw failure;
    });
    void db.whenOpen(() => Promise.resolve(ran.push('next')));
    await db.open();
    expect(ran).toEqual(['next']);
    expect(logged).toEqual(Array.from({ length: 2 }, () => ['What waited for the database failed', failure]));
  });
});
