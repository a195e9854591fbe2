import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client as Connection, QueryConfig } from 'pg';
import { startApp, TestApp } from '../../support/app';
import type { Person } from '../../support/make';

/** A million resources in 50,000 folders, and three million grants. `:owner` and `:person` are the ids of accounts. */
const FILL = readFileSync(join(__dirname, '../../../bench/million.sql'), 'utf8');
/** What may not be read from its beginning to its end. */
const LARGE = /Seq Scan on (resources|resource_paths|shares|folders)\b/;

type Value = string | number | boolean | Date | null | readonly string[];

function literal(value: Value): string {
  if (value === null) return 'NULL';
  const text = Array.isArray(value) ? `{${value.join()}}` : value instanceof Date ? value.toISOString() : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}

/** Both plans that Postgres may take of a prepared statement, as psql shows them. */
function plansOf(url: string, { text, values = [] }: QueryConfig): string {
  const given = values.length > 0 ? `(${(values as Value[]).map(literal).join(', ')})` : '';
  const script = ['force_custom_plan', 'force_generic_plan']
    .map((mode, n) => `SET plan_cache_mode = ${mode};\nPREPARE s${n} AS ${text};\nEXPLAIN EXECUTE s${n}${given};`)
    .join('\n');
  return execFileSync(process.env.TEST_PSQL || 'psql', [url, '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', '-'], {
    input: script,
    encoding: 'utf8',
  });
}

describe('statements about rights, on a million resources', () => {
  let t: TestApp;
  let owner: Person;
  let person: Person;
  let folder: string;

  beforeAll(async () => {
    t = await startApp();
    [owner, person] = [await t.make.person(), await t.make.person()];
    const connection = new Connection({ connectionString: t.env.DATABASE_URL });
    await connection.connect();
    const fill = FILL.replaceAll(':owner', `'${owner.user.id}'`).replaceAll(':person', `'${person.user.id}'`);
    for (const one of fill.split(';\n')) await connection.query(one);
    await connection.end();
    const [found] = await t.db.query<{ id: string }>(
      `SELECT resource_id AS id FROM shares WHERE principal_id = $1 AND is_container ORDER BY id LIMIT 1`,
      [person.user.id],
    );
    folder = found.id;
  }, 600_000);
  afterAll(() => t.stop());

  /** The statements that a call makes about resources. */
  async function statementsOf(call: () => Promise<{ status: number }>): Promise<QueryConfig[]> {
    const spy = jest.spyOn(Connection.prototype, 'query');
    try {
      expect((await call()).status).toBe(200);
      return spy.mock.calls
        .map(([config]) => config as unknown as QueryConfig)
        .filter(({ text }) => /^\s*(SELECT|WITH)\b/.test(text) && /\b(resource_paths|shares)\b/.test(text));
    } finally {
      spy.mockRestore();
    }
  }

  it('a statement without an index is told', () => {
    expect(plansOf(t.env.DATABASE_URL, { text: 'SELECT count(*) FROM shares WHERE level = 9' })).toMatch(LARGE);
  });

  it.each([
    ['the newest files', () => person.client.get('/resources?type=file&limit=20')],
    ['the newest of all kinds', () => person.client.get('/resources?limit=20')],
    ['what lies in a folder', () => person.client.get(`/folders/${folder}/children?limit=20`)],
    ['one folder', () => person.client.get(`/folders/${folder}`)],
    ['the shares of a folder', () => owner.client.get(`/shares?resource_type=folder&resource_id=${folder}`)],
    ['the trash', () => person.client.get('/trash')],
  ])('%s is read by indexes', async (_, call) => {
    const statements = await statementsOf(call);
    expect(statements.length).toBeGreaterThan(0);
    for (const one of statements) expect(plansOf(t.env.DATABASE_URL, one)).not.toMatch(LARGE);
  });

  it('a page of a list that continues is read by indexes', async () => {
    const { body } = await person.client.get('/resources?limit=20');
    const statements = await statementsOf(() => person.client.get(`/resources?limit=20&cursor=${body.next_cursor}`));
    expect(statements.length).toBeGreaterThan(0);
    for (const one of statements) expect(plansOf(t.env.DATABASE_URL, one)).not.toMatch(LARGE);
  });
});
