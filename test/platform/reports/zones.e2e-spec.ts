import { TestApp, workerApp } from '../../support/app';
import type { Person } from '../../support/make';
import { textsOfPdf } from '../../support/pdf-text';
import { fetchBytes } from '../../content/files/support';
import { csvRows, report } from './report-support';

const PLACED = '2026-03-01T20:15:00.000Z';
const textOf = (pdf: Buffer): string =>
  textsOfPdf(pdf)
    .map(({ text }) => text)
    .join('\n');

describe('times in printed documents', () => {
  let t: TestApp;
  let kolkata: Person;
  let utc: Person;
  beforeAll(async () => {
    t = await workerApp();
    kolkata = await t.make.person({ roles: ['admin'], timeZone: 'Asia/Kolkata' });
    utc = await t.make.admin();
    const product = await t.make.product();
    const items = [{ product_id: product.id, quantity: 1 }];
    expect((await utc.client.post('/orders', { items, shipping_address: 'Here' })).status).toBe(201);
    await t.db.query('UPDATE orders SET created_at = $1', [PLACED]);
  });
  afterAll(() => t.stop());

  const custom = (format: string) => ({
    report_type: 'custom',
    parameters: { dataset: 'orders', columns: ['number', 'created_at'], format },
  });

  it('are told by the clock of who asks, with its name', async () => {
    const own = textOf((await report(t, kolkata, custom('pdf'))).bytes);
    expect(own).toContain('2026-03-02 01:45');
    expect(own).toContain('Asia/Kolkata');
    const other = textOf((await report(t, utc, custom('pdf'))).bytes);
    expect(other).toContain('2026-03-01 20:15');
    expect(other).not.toContain('Asia/Kolkata');
    const summary = textOf((await report(t, kolkata, { report_type: 'complex' })).bytes);
    expect(summary).toMatch(/made at \d{4}-\d\d-\d\d \d\d:\d\d Asia\/Kolkata/);
  });

  it('stay in UTC where programs read them', async () => {
    const { bytes } = await report(t, kolkata, custom('csv'));
    expect(csvRows(bytes).map(({ created_at }) => created_at)).toEqual([PLACED]);
    expect((await kolkata.client.get('/orders')).body.items[0].created_at).toBe(PLACED);
  });

  it('are so on reports of the school, asked for or printed', async () => {
    const { user } = await t.make.person({ roles: ['student'] });
    const path = `/school/reports/students/${user.id}?as_of=2026-03-01T20:15:00Z&format=pdf`;
    const read = async ({ client }: Person): Promise<string> => textOf((await fetchBytes(client, t.url, path)).bytes);
    expect(await read(kolkata)).toContain('as of 2 March 2026, 01:45 Asia/Kolkata');
    expect(await read(utc)).toContain('as of 1 March 2026, 20:15 UTC');
  });
});
