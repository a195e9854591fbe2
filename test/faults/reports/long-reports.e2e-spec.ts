import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import { PeakMemory } from '../../support/memory';
import type { Person } from '../../support/make';
import { taskIs } from '../../platform/tasks/support';

/** How many rows the short ones and the long ones have; a PDF takes a third of a millisecond a row, so fewer. */
const ROWS = { short: 20_000, long: 100_000 };
const PDF_ROWS = { short: 2000, long: Number(process.env.TASKS_PDF_ROWS ?? 10_000) };
/** More than a short one needs; 80,000 rows are 100 MB of text. */
const GROWTH_MIB = 50;
/** MiB of objects, so that what is no longer needed is given back soon enough to be told from what is kept. */
const HEAP_MIB = 144;

describe('reports of very many rows', () => {
  let t: TestApp;
  let staff: Person;
  let instance: Instance;
  let memory: PeakMemory;

  beforeAll(async () => {
    t = await startApp({ APP_ROLE: 'web' }); // the process that is looked at is the only one that works
    staff = await t.make.person({ roles: ['finance'] });
    const parts = { pending: PDF_ROWS.short, shipped: PDF_ROWS.long, delivered: ROWS.short, cancelled: ROWS.long };
    await t.db.query(
      `INSERT INTO orders (id, number, user_id, total_minor, currency, shipping_address, status)
       SELECT gen_random_uuid(), status || n, $1, n, 'USD', 'Street ' || n || repeat(', a long way', 80), status
       FROM unnest($2::text[], $3::int[]) AS part(status, rows), generate_series(1, rows) n`,
      [staff.user.id, Object.keys(parts), Object.values(parts)],
    );
    instance = Instance.start(await freePort(), { ...t.env, APP_ROLE: 'all' }, [
      `--max-old-space-size=${HEAP_MIB}`,
      'dist/src/main.js',
    ]);
    await instance.ready();
    memory = new PeakMemory(instance.child.pid ?? 0);
  });
  afterAll(async () => {
    await instance.stop();
    await t.stop();
  });

  /** @returns how large the file is, how much memory the process had at most, and how often it said meanwhile that it lives */
  async function made(format: string, rows: number, filters: object) {
    const parameters = { dataset: 'orders', format, filters };
    memory.begin();
    const { status, body } = await staff.client.post('/tasks/report', { report_type: 'custom', parameters });
    expect(status).toBe(202);
    let isDone = false;
    const done = taskIs(staff.client, body.task_id, 'completed', 240_000).finally(() => (isDone = true));
    let alive = 0;
    while (!isDone) {
      expect((await instance.client.get('//health/live')).status).toBe(200);
      alive += 1;
      await sleep(10);
    }
    const { result } = await done;
    expect(result).toMatchObject({ format, rows });
    return { sizeBytes: result.size as number, alive, peakMib: memory.mib() };
  }

  it.each([
    ['csv', ROWS, 'delivered', 'cancelled'],
    ['xlsx', ROWS, 'delivered', 'cancelled'],
    ['pdf', PDF_ROWS, 'pending', 'shipped'],
  ])(
    'need as %s no more memory than short ones, and the process goes on answering',
    async (format, rows, few, many) => {
      const short = await made(format, rows.short, { status: few });
      const long = await made(format, rows.long, { status: many });
      expect(long.sizeBytes / short.sizeBytes).toBeGreaterThan(3);
      expect(long.peakMib - short.peakMib).toBeLessThan(GROWTH_MIB);
      expect(long.alive).toBeGreaterThan(20);
    },
    300_000,
  );
});
