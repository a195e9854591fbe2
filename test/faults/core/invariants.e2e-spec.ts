import { startApp } from '../../support/app';
import { runCommand } from '../../support/command';

describe('the invariants', () => {
  it('are printed by the command line, which fails when something is off', async () => {
    const t = await startApp({ RATE_LIMITS: 'off' }); // damage takes triggers away: a database of its own
    try {
      const { id } = await t.make.product();
      const admin = await t.make.admin();
      const print = async (): Promise<{ code: number | null; report: any }> => {
        const { code, output } = await runCommand(['invariants'], t.env);
        return { code, report: JSON.parse(output) };
      };
      const { code, report: whole } = await print();
      expect([code, whole.ok]).toEqual([0, true]);
      await t.db.execute('ALTER TABLE products DISABLE TRIGGER USER');
      await t.db.execute('UPDATE products SET stock = 9 WHERE id = $1', [id]);
      const off = await print();
      expect([off.code, off.report.ok]).toEqual([1, false]);
      const { checks } = (await admin.client.get('/admin/invariants')).body;
      expect(off.report.checks).toEqual(checks);
    } finally {
      await t.stop();
    }
  });
});
