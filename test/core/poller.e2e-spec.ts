import { Client } from 'pg';
import { HealthChecks } from '../../src/core/kernel/health';
import { Poller } from '../../src/core/data/polling';
import { TestApp, workerApp } from '../support/app';
import { until } from '../support/until';

describe('the poller', () => {
  let t: TestApp;
  let poller: Poller;
  beforeAll(async () => (t = await workerApp()));
  beforeEach(() => (poller = new Poller(t.db, new HealthChecks())));
  afterEach(() => poller.onApplicationShutdown());
  afterAll(() => t.stop());

  it('asks everything that is due by one statement, and gives each poll its own rows', async () => {
    const found: Record<string, unknown[]> = {};
    const query = jest.spyOn(t.db, 'query');
    try {
      poller.register({
        name: 'numbers',
        everyMs: 60_000,
        select: 'SELECT n, n * 2 AS "twiceAsMuch" FROM generate_series(1, $1::int) AS n',
        values: () => [2],
        found: (rows) => void (found.numbers = [...rows]),
      });
      poller.register({
        name: 'nothing',
        everyMs: 60_000,
        select: 'SELECT 1 WHERE false',
        found: (rows) => void (found.nothing = [...rows]),
      });
      poller.register({
        name: 'silent',
        everyMs: 60_000,
        select: 'SELECT 1',
        values: () => null,
        found: () => void (found.silent = []),
      });
      poller.onApplicationBootstrap();
      await until(() => found.numbers !== undefined);
      expect(found).toEqual({
        numbers: [
          { n: 1, twiceAsMuch: 2 },
          { n: 2, twiceAsMuch: 4 },
        ],
        nothing: [],
      });
      const names = query.mock.calls
        .map(([one]) => (typeof one === 'string' ? one : one.text))
        .filter((text) => text.includes("'numbers'"));
      expect(names).toHaveLength(1);
    } finally {
      query.mockRestore();
    }
  });

  it('lets a poll that cannot be answered hold up no other, and asks again', async () => {
    let answers = 0;
    await t.db.execute('DROP TABLE IF EXISTS poller_test');
    let broken = 0;
    poller.register({
      name: 'broken',
      everyMs: 400,
      select: 'SELECT x FROM poller_test',
      found: (rows) => void (broken = rows.length),
    });
    poller.register({ name: 'well', everyMs: 400, select: 'SELECT 1', found: () => void (answers += 1) });
    poller.onApplicationBootstrap();
    await until(() => answers >= 2);
    expect(broken).toBe(0);
    await t.db.execute('CREATE TABLE poller_test AS SELECT 1 AS x');
    try {
      await until(() => broken === 1);
    } finally {
      await poller.onApplicationShutdown();
      await t.db.execute('DROP TABLE poller_test');
    }
  });

  it('does not ask again for what is still worked on, and goes on after a failure of the work', async () => {
    let begun = 0;
    let release = (): void => undefined;
    let others = 0;
    poller.register({
      name: 'slow',
      everyMs: 400,
      select: 'SELECT 1',
      found: () => {
        begun += 1;
        if (begun > 1) return;
        return new Promise<void>((_, reject) => (release = () => reject(new Error('failed'))));
      },
    });
    poller.register({ name: 'other', everyMs: 400, select: 'SELECT 1', found: () => void (others += 1) });
    poller.onApplicationBootstrap();
    await until(() => others >= 3);
    expect(begun).toBe(1);
    release();
    await until(() => begun >= 2);
  });

  it('refuses two polls of one name', () => {
    const poll = { name: 'twice', everyMs: 400, select: 'SELECT 1', found: () => undefined };
    poller.register(poll);
    expect(() => poller.register(poll)).toThrow('twice');
  });

  it('is nearly all that an instance without work asks Postgres', async () => {
    const statements: string[] = [];
    const query = Client.prototype.query as (...given: unknown[]) => unknown;
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...given: unknown[]) {
      const [one] = given as [string | { text: string }];
      statements.push(typeof one === 'string' ? one : one.text);
      return query.apply(this, given);
    });
    const polls = (): number => statements.filter((text) => text.includes(' AS poll, to_jsonb(')).length;
    try {
      // About five seconds: two polls and a half a second, and what has a connection or a rhythm of its own. What the tests before have
      // left to do, as linking their entries of the trail, is done in the windows before.
      await until(() => {
        if (polls() < 12) return false;
        const isIdle = statements.length - polls() < polls();
        if (!isIdle) statements.length = 0;
        return isIdle;
      });
    } finally {
      jest.restoreAllMocks();
    }
  });
});
