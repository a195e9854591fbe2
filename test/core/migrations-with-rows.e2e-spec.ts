import type { DataSource } from 'typeorm';
import '../../src/app.module';
import { makeDataSource } from '../../src/core/data/database/data-source';
import { migrate } from '../../src/core/data/database/migrations';
import { DomainEvent, Events } from '../../src/core/data/events';
import { newId } from '../../src/core/kernel/runtime';
import { startApp } from '../support/app';
import { dropDatabase, makeEmptyDatabase } from '../support/database';
import { until } from '../support/until';

class Carried extends DomainEvent {
  static override readonly type = 'test.carried';
  static override readonly durable = true;
  constructor(readonly note: string) {
    super();
  }
}

describe('a migration of a database with rows', () => {
  let url: string;
  let source: DataSource;

  beforeEach(async () => {
    url = await makeEmptyDatabase();
    source = await makeDataSource({ databaseUrl: url, databasePool: 2 }).initialize();
    await migrate(source, url);
  });
  afterEach(async () => {
    await source.destroy();
    await dropDatabase(url);
  });

  const query = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> =>
    source.query<T[]>(text, values);

  /** As it was before the migration of this name. */
  async function downBefore(name: string): Promise<void> {
    for (;;) {
      const [{ name: last }] = await query<{ name: string }>('SELECT name FROM migrations ORDER BY id DESC LIMIT 1');
      await source.undoLastMigration();
      if (last === name) return;
    }
  }

  it('to deliveries keeps the events on their way, with who has had them', async () => {
    await downBefore('EventDeliveries1795410000000');
    const [fresh, half, done] = [newId(), newId(), newId()];
    const add = (id: string, note: string, delivered: string | null = null) =>
      query('INSERT INTO outbox (id, type, payload, delivered_at) VALUES ($1, $2, $3, $4)', [
        id,
        'test.carried',
        { note },
        delivered,
      ]);
    await add(fresh, 'fresh');
    await add(half, 'half');
    await add(done, 'done', new Date().toISOString());
    const had = (id: string, consumer: string) =>
      query('INSERT INTO processed_events (event_id, consumer) VALUES ($1, $2)', [id, consumer]);
    await had(half, 'test.first');
    for (const consumer of ['test.first', 'test.second']) await had(done, consumer);
    await migrate(source, url);
    // Vouched for by a process that is up already, so that the events find both consumers whenever the relay looks.
    await query(`INSERT INTO event_subscriptions (consumer, type)
      VALUES ('test.first', 'test.carried'), ('test.second', 'test.carried')`);

    const heard: string[] = [];
    let isIll = false;
    const t = await startApp({ DATABASE_URL: url });
    try {
      const events = t.app.get(Events);
      events.on(Carried, 'test.first', ({ note }) => void heard.push(`first ${note}`));
      events.on(Carried, 'test.second', ({ note }) => {
        if (isIll) throw new Error('ill');
        heard.push(`second ${note}`);
      });
      const open = () => query('SELECT 1 FROM outbox WHERE delivered_at IS NULL');
      await until(async () => (await open()).length === 0);
      expect([...heard].sort()).toEqual(['first fresh', 'second fresh', 'second half']);

      isIll = true;
      await t.db.transaction(() => events.emit(new Carried('later')));
      await until(async () => heard.includes('first later') && (await open()).length === 1);
    } finally {
      await t.stop();
    }

    await downBefore('EventDeliveries1795410000000');
    const open = await query('SELECT id, payload, due_at <= now() AS due FROM outbox WHERE delivered_at IS NULL');
    expect(open).toEqual([{ id: expect.any(String), payload: { note: 'later' }, due: true }]);
    const processed = await query<{ line: string }>(
      `SELECT concat_ws(' ', consumer, payload ->> 'note') AS line
       FROM processed_events p JOIN outbox o ON o.id = p.event_id ORDER BY 1`,
    );
    expect(processed.map(({ line }) => line)).toEqual(
      ['done', 'fresh', 'half', 'later']
        .map((note) => `test.first ${note}`)
        .concat(['done', 'fresh', 'half'].map((note) => `test.second ${note}`)),
    );
  });

  it('to text keys keeps all that has become the same, the oldest as number 0', async () => {
    await downBefore('CoreTextKey1795430000000');
    /** Oldest first. */
    const ids = { users: [] as string[], categories: [] as string[] };
    for (const email of [
      'Mia@b\u00fccher.example',
      'mia@xn--bcher-kva.example',
      'MIA@B\u00dcCHER\u200b.example',
      'jos\u00e9@forms.example',
      'jose\u0301@forms.example',
      'ada@example.com',
    ]) {
      const id = newId();
      ids.users.push(id);
      await query(`INSERT INTO users (id, email, full_name, roles) VALUES ($1, $2, 'One', '{user}')`, [id, email]);
    }
    for (const [name, deleted] of [
      ['Stra\u00dfe', new Date()],
      ['Stra\u00dfe', null],
      ['STRASSE', null],
      ['Maps', null],
    ] as const) {
      const id = newId();
      ids.categories.push(id);
      await query('INSERT INTO categories (id, name, deleted_at) VALUES ($1, $2, $3)', [id, name, deleted]);
    }
    const year = (name: string, n: number) =>
      query('INSERT INTO school_terms (id, name, starts_on, ends_on) VALUES ($1, $2, $3, $3)', [
        newId(),
        name,
        `2026-01-0${n}`,
      ]);
    await year('Year 1', 1);
    await year('Year \u00a01', 2);
    const room = (name: string) =>
      query('INSERT INTO classrooms (id, name, grade_level, teacher_id) VALUES ($1, $2, 1, $3)', [
        newId(),
        name,
        ids.users[5],
      ]);
    await room('O\uFB03ce');
    await room('Office');
    await migrate(source, url);

    const users = await query<{ id: string; email: string; n: number }>(
      'SELECT id, email, duplicate_no AS n FROM users ORDER BY id',
    );
    expect(users.map(({ email, n }) => [email, n])).toEqual([
      ['Mia@xn--bcher-kva.example', 0],
      ['mia@xn--bcher-kva.example', 1],
      ['MIA@xn--bcher-kva.example', 2],
      ['jos\u00e9@forms.example', 0],
      ['jose\u0301@forms.example', 1],
      ['ada@example.com', 0],
    ]);
    expect(users.map(({ id }) => id)).toEqual(ids.users);
    const categories = await query<{ id: string; n: number }>(
      'SELECT id, duplicate_no AS n FROM categories ORDER BY id',
    );
    expect(categories.map(({ n }) => n)).toEqual([0, 0, 1, 0]);
    for (const table of ['school_terms', 'classrooms']) {
      const rows = await query<{ n: number }>(`SELECT duplicate_no AS n FROM ${table} ORDER BY id`);
      expect(rows.map(({ n }) => n)).toEqual([0, 1]);
    }
    // From now on there is no further one.
    const third = query(`INSERT INTO users (id, email, full_name, roles) VALUES ($1, $2, 'One', '{user}')`, [
      newId(),
      'mia@XN--BCHER-KVA.example',
    ]);
    await expect(third).rejects.toThrow('uq_users_email');
  });

  it('to folders gives each file its place and its owner the right to it, also what the release before writes on', async () => {
    await downBefore('FoldersCreate1795472000000');
    const [owner, teacher, room] = [newId(), newId(), newId()];
    for (const id of [owner, teacher]) {
      await query(`INSERT INTO users (id, email, full_name, roles) VALUES ($1, $2, 'One', '{user}')`, [
        id,
        `${id}@x.example`,
      ]);
    }
    await query(`INSERT INTO classrooms (id, name, grade_level, teacher_id) VALUES ($1, '5a', 5, $2)`, [room, teacher]);
    const add = async (folder: string | null, status = 'ready'): Promise<string> => {
      const id = newId();
      await query(
        `INSERT INTO files (id, owner_id, status, filename, original_filename, content_type, size_bytes, checksum, category, folder)
         VALUES ($1, $2, $3, 'x', 'a.png', 'image/png', 1, repeat('0', 64), 'images', $4)`,
        [id, owner, status, folder],
      );
      return id;
    };
    const before = [await add('trips/2026'), await add('trips'), await add(null), await add('trips', 'pending')];
    await migrate(source, url);

    const paths = async (): Promise<Record<string, string | null>> => {
      const rows = await query<{ id: string; path: string | null }>(
        `SELECT r.id, (SELECT string_agg(f.name, '/' ORDER BY p.depth DESC) FROM resource_paths p JOIN folders f ON f.id = p.ancestor_id
           WHERE p.resource_id = r.id) AS path FROM resources r JOIN shares s ON s.resource_id = r.id AND s.principal_id = $1 AND s.level = 4
         WHERE r.type = 'file' AND r.owner_id = $1`,
        [owner],
      );
      return Object.fromEntries(rows.map(({ id, path }) => [id, path]));
    };
    expect(await paths()).toEqual({ [before[0]]: 'trips/2026', [before[1]]: 'trips', [before[2]]: null });
    expect(await query(`SELECT 1 FROM search_entries WHERE title = 'a.png'`)).toHaveLength(3);
    const rights = await query(`SELECT level FROM shares WHERE resource_id = $1 ORDER BY level`, [room]);
    expect(rights).toEqual([{ level: 1 }, { level: 2 }, { level: 4 }]);

    // As the release before writes.
    const later = [await add('trips/2026'), await add(null, 'pending')];
    await query(`UPDATE files SET status = 'ready' WHERE id = ANY ($1::uuid[])`, [[later[1], before[3]]]);
    await query(`UPDATE files SET folder = 'home' WHERE id = $1`, [before[2]]);
    await query('DELETE FROM files WHERE id = $1', [before[0]]);
    expect(await paths()).toEqual({
      [before[1]]: 'trips',
      [before[2]]: 'home',
      [before[3]]: 'trips',
      [later[0]]: 'trips/2026',
      [later[1]]: null,
    });
    await query(`UPDATE classrooms SET name = '5b', teacher_id = $2 WHERE id = $1`, [room, owner]);
    expect(await query('SELECT title, owner_id FROM resources WHERE id = $1', [room])).toEqual([
      { title: '5b', owner_id: owner },
    ]);

    await query(`UPDATE folders SET name = 'journeys' WHERE name = 'trips'`);
    await downBefore('FoldersCreate1795472000000');
    const [{ folder }] = await query<{ folder: string }>('SELECT folder FROM files WHERE id = $1', [later[0]]);
    expect(folder).toBe('journeys/2026');
  });
});
