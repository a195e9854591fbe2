import { Audit } from '../../../src/core/data/audit';
import { AuditVerifier } from '../../../src/modules/identity/audit';
import { startApp, TestApp } from '../../support/app';
import { runCommand } from '../../support/command';
import { until } from '../../support/until';

describe('audit chain', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.stop());

  it('is verified on the command line, exit 1 for a fault', async () => {
    const run = (...args: string[]) => runCommand(['audit:verify', ...args], t.env);
    const audit = t.app.get(Audit);
    await t.db.transaction(async () => {
      for (let index = 1; index <= 101; index++) await audit.record({ action: `test.${index}`, facts: { index } });
    });
    const verifier = t.app.get(AuditVerifier);
    await until(async () => (await verifier.verify()).entries === 101);
    const { head } = await verifier.verify();
    const good = await run(head);
    expect(good).toMatchObject({ code: 0, output: expect.stringContaining('The audit trail is whole: 101 entries') });
    expect((await run('x')).code).toBe(1);
    const [{ id }] = await t.db.query<{ id: string }>('SELECT entry_id AS id FROM audit_chain WHERE seq = 57');
    await t.db.transaction(async () => {
      await t.db.query('ALTER TABLE audit_entries DISABLE TRIGGER tr_audit_entries_append_only');
      await t.db.query(`UPDATE audit_entries SET action = 'other' WHERE id = $1`, [id]);
      await t.db.query('ALTER TABLE audit_entries ENABLE TRIGGER tr_audit_entries_append_only');
    });
    const bad = await run();
    expect(bad).toEqual({
      code: 1,
      output: `The audit trail is broken: entry ${id} (link 57) is not as it was written\n`,
    });
  });
});
