import { setTimeout as sleep } from 'node:timers/promises';
import { Audit } from '../../../src/core/data/audit';
import { newId } from '../../../src/core/kernel/runtime';
import { AuditVerifier } from '../../../src/modules/identity/audit';
import { CANONICAL, GENESIS, linkHash } from '../../../src/modules/identity/audit/chain';
import { AuditChainer } from '../../../src/modules/identity/audit/audit-chainer';
import { startApp, TestApp } from '../../support/app';
import { until } from '../../support/until';

describe('audit chain', () => {
  let t: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    t = await startApp();
    two = await startApp({ ...t.env });
  });
  afterAll(async () => {
    await two.stop();
    await t.stop();
  });
  beforeEach(() => t.reset());

  const verify = (witness?: string) => t.app.get(AuditVerifier).verify(witness);
  const idAt = async (seq: number): Promise<string> =>
    (await t.db.query<{ id: string }>('SELECT entry_id AS id FROM audit_chain WHERE seq = $1', [seq]))[0].id;
  const entryOf = async (requestAction: string): Promise<string> =>
    (await t.db.query<{ id: string }>('SELECT id FROM audit_entries WHERE action = $1', [requestAction]))[0].id;

  /** So many entries, linked. */
  async function written(count: number): Promise<void> {
    const audit = t.app.get(Audit);
    await t.db.transaction(async () => {
      for (let index = 1; index <= count; index++)
        await audit.record({ action: `test.${index}`, facts: { index, b: 'é"\\' } });
    });
    await until(async () => (await verify()).entries === count);
  }

  /** As somebody who owns the database and switches our triggers off. */
  async function tamper(...statements: string[]): Promise<void> {
    const tables = ['audit_entries', 'audit_chain', 'audit_checkpoints'];
    await t.db.transaction(async () => {
      for (const table of tables) await t.db.query(`ALTER TABLE ${table} DISABLE TRIGGER tr_${table}_append_only`);
      for (const statement of statements) await t.db.query(statement);
      for (const table of tables) await t.db.query(`ALTER TABLE ${table} ENABLE TRIGGER tr_${table}_append_only`);
    });
  }

  it('links a thousand entries of twenty writers with random delays, once each, by two instances at once', async () => {
    const WRITERS = 20;
    const EACH = 50;
    let writing = true;
    const linking = [t, two].map(async (one) => {
      while (writing) {
        await one.app.get(AuditChainer).link();
        await sleep(5);
      }
    });
    const chains = Array.from({ length: WRITERS }, async (_, writer) => {
      const one = writer % 2 ? t : two;
      for (let index = 0; index < EACH / 5; index++) {
        await one.db.transaction(async () => {
          for (let entry = 0; entry < 5; entry++) {
            await one.app.get(Audit).record({ action: 'test.parallel', facts: { writer, index, entry } });
            await sleep(Math.random() * 15);
          }
        });
      }
    });
    await Promise.all(chains);
    writing = false;
    await Promise.all(linking);
    await until(async () => (await verify()).entries === WRITERS * EACH);
    const [row] = await t.db.query(
      `SELECT count(*)::int AS n, min(seq)::int AS first, max(seq)::int AS last, count(DISTINCT entry_id)::int AS entries,
         (SELECT count(*)::int FROM audit_entries) AS written FROM audit_chain`,
    );
    expect(row).toEqual({ n: 1000, first: 1, last: 1000, entries: 1000, written: 1000 });
    const checkpoints = await t.db.query<{ seq: number }>('SELECT seq::int AS seq FROM audit_checkpoints ORDER BY seq');
    const seqs = checkpoints.map(({ seq }) => seq);
    for (let seq = 100; seq <= 1000; seq += 100) expect(seqs).toContain(seq);
    expect(await verify()).toMatchObject({ fault: null, waiting: 0, checkpoints: seqs.length });
  });

  it('is whole when there is nothing, and while entries wait for their link', async () => {
    expect(await verify()).toMatchObject({ fault: null, entries: 0, waiting: 0 });
    await t.app.get(Audit).record({ action: 'test.fresh' });
    expect(await verify()).toMatchObject({ fault: null });
    await until(async () => (await verify()).entries === 1);
    expect((await t.db.query('SELECT 1 FROM audit_checkpoints')).length).toBe(1); // the first is due at once
  });

  it('links an entry that commits after younger ones', async () => {
    const audit = t.app.get(Audit);
    await t.db.transaction(async () => {
      await audit.record({ action: 'test.slow' });
      await t.db.inNewTransaction(() => audit.record({ action: 'test.fast' }));
      await until(async () => (await two.db.query('SELECT 1 FROM audit_chain')).length === 1);
    });
    await until(async () => (await verify()).entries === 2);
    expect([await idAt(1), await idAt(2)]).toEqual([await entryOf('test.fast'), await entryOf('test.slow')]);
    expect((await verify()).fault).toBeNull();
  });

  it.each(['audit_entries', 'audit_chain', 'audit_checkpoints'])('the database refuses to change %s', async (table) => {
    await written(100);
    await expect(t.db.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    const column = table === 'audit_entries' ? 'action' : 'hash';
    await expect(t.db.query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow('append-only');
  });

  it.each([
    ['facts', `facts = '{"index": 999}'`],
    ['actor', `actor_id = '0192f0a0-0000-7000-8000-000000000000'`],
    ['time', `at = at + interval '1 microsecond'`],
    ['outcome', `outcome = 'failure'`],
    ['address', `client_ip = '10.0.0.1'`],
    ['emptiness', `target = ''`],
  ])('names the first entry that was edited: %s', async (_, change) => {
    await written(120);
    const id = await idAt(57);
    await tamper(
      `UPDATE audit_entries SET ${change} WHERE id = '${id}'`,
      `UPDATE audit_entries SET ${change} WHERE id = '${await idAt(99)}'`,
    );
    expect((await verify()).fault).toBe(`entry ${id} (link 57) is not as it was written`);
  });

  it('names the first entry that was deleted, with or without its link', async () => {
    await written(120);
    const id = await idAt(57);
    await tamper(`DELETE FROM audit_entries WHERE id = '${id}'`);
    expect((await verify()).fault).toBe(`entry ${id} (link 57) is missing`);
    await tamper(`DELETE FROM audit_chain WHERE seq = 57`);
    expect((await verify()).fault).toBe('link 57 is missing');
    await tamper(`UPDATE audit_chain SET seq = seq - 1 WHERE seq > 57`);
    expect((await verify()).fault).toMatch(/\(link 57\) is not as it was written$/);
  });

  it('names an entry that was put among the past, and never links it', async () => {
    await written(120);
    const id = newId();
    await tamper(
      `INSERT INTO audit_entries (id, at, action, outcome) VALUES ('${id}', now() - interval '1 hour', 'forged', 'success')`,
    );
    await t.app.get(AuditChainer).link();
    expect((await verify()).fault).toBe(`entry ${id} was put among the past: it has no link`);
  });

  it('names the place of a link that was put in between', async () => {
    await written(120);
    const id = newId();
    await tamper(
      `INSERT INTO audit_entries (id, action, outcome) VALUES ('${id}', 'forged', 'success')`,
      ...Array.from({ length: 64 }, (_, index) => `UPDATE audit_chain SET seq = seq + 1 WHERE seq = ${120 - index}`),
      `INSERT INTO audit_chain (seq, entry_id, hash) VALUES (57, '${id}', '\\x00')`,
    );
    expect((await verify()).fault).toBe(`entry ${id} (link 57) is not as it was written`);
  });

  it('sees a cut at the end by the checkpoint beyond it', async () => {
    await written(120);
    const cut = (await t.db.query<{ id: string }>('SELECT entry_id AS id FROM audit_chain WHERE seq > 90')).map(
      ({ id }) => `'${id}'`,
    );
    await tamper('DELETE FROM audit_chain WHERE seq > 90', `DELETE FROM audit_entries WHERE id IN (${cut.join()})`);
    expect((await verify()).fault).toBe('link 91 is missing: the chain was cut, it went to 100 at least');
  });

  it('sees a cut of everything by what the log remembers', async () => {
    await written(120);
    const { head } = await verify();
    expect((await verify(head)).fault).toBeNull();
    await t.reset();
    expect((await verify(head)).fault).toBe('link 1 is missing: the chain was cut, it went to 120 at least');
  });

  it('sees a chain that was computed anew, by the checkpoint that nobody could sign', async () => {
    await written(120);
    await tamper(`UPDATE audit_entries SET facts = '{}' WHERE id = '${await idAt(57)}'`);
    const rows = await t.db.query<{ seq: number; text: string }>(
      `SELECT c.seq::int AS seq, ${CANONICAL} AS text FROM audit_chain c JOIN audit_entries e ON e.id = c.entry_id ORDER BY c.seq`,
    );
    let hash: Buffer = GENESIS;
    const anew = rows.map(({ seq, text }) => {
      hash = linkHash(hash, text);
      return `UPDATE audit_chain SET hash = '\\x${hash.toString('hex')}' WHERE seq = ${seq}`;
    });
    const [{ first }] = await t.db.query<{ first: number }>(
      'SELECT min(seq)::int AS first FROM audit_checkpoints WHERE seq >= 57',
    );
    await tamper(...anew);
    expect((await verify()).fault).toBe(`the chain up to link ${first} is not the one its checkpoint was signed for`);
    await tamper('UPDATE audit_checkpoints p SET hash = c.hash FROM audit_chain c WHERE c.seq = p.seq');
    expect((await verify()).fault).toMatch(/^checkpoint \d+ is not signed by us$/);
    await tamper('DELETE FROM audit_checkpoints');
    expect((await verify()).fault).toBe('checkpoint 100 is missing');
  });

  it('is not gone on with after a cut, which would bury the evidence', async () => {
    await written(120);
    await tamper('DELETE FROM audit_chain WHERE seq > 90');
    await expect(t.app.get(AuditChainer).link()).rejects.toThrow('it was cut');
    expect((await verify()).fault).toMatch(/^link 91 is missing/);
  });
});
