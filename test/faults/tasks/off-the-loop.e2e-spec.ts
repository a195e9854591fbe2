import { startApp, TestApp } from '../../support/app';
import { freePort, Instance } from '../../support/instance';
import type { Person } from '../../support/make';
import { taskIs } from '../../platform/tasks/support';

const COUNT = 50_000;
/** In a hundred milliseconds of a busy machine; a loop that works itself answers nothing. */
const SOME = 5;

describe('a process that serves and works', () => {
  let t: TestApp;
  let ada: Person;
  let instance: Instance | null = null;

  beforeAll(async () => {
    t = await startApp({ APP_ROLE: 'web' });
    ada = await t.make.person();
  });
  afterEach(async () => {
    await instance?.stop('SIGKILL');
    instance = null;
  });
  afterAll(() => t.stop());

  /** @returns the result, with how often the process that worked it out answered meanwhile */
  const resultOf = async (path: string, body: unknown, more: Record<string, string> = {}): Promise<any> => {
    const command = ['--require', './test/platform/tasks/count-answers.cjs', 'dist/src/main.js'];
    const process = Instance.start(await freePort(), { ...t.env, ...more, APP_ROLE: 'all' }, command);
    instance = process;
    await process.ready();
    let isOver = false;
    const asking = (async () => {
      while (!isOver) expect((await process.client.get('//health/live')).status).toBe(200);
    })();
    const { body: accepted } = await ada.client.post(path, body);
    const { result } = await taskIs(ada.client, accepted.task_id, 'completed', 60_000);
    isOver = true;
    await asking;
    return result;
  };

  // From 10^300 down to 10^-300: each is added up as a number of six hundred digits.
  const items = Array.from({ length: 2 * COUNT }, (_, n) => ({ value: n % 2 ? 1e300 : 1e-300 }));
  const sum = `${COUNT}${'0'.repeat(300)}.${'0'.repeat(295)}5`;
  const addUp = (more?: Record<string, string>) => resultOf('/tasks/process-data?operation=sum', items, more);

  it('goes on answering while it adds up a hundred thousand decimals, exactly', async () => {
    const { answers, ...result } = await addUp();
    expect(result).toEqual({ operation: 'sum', result: sum, items_processed: 2 * COUNT });
    expect(answers).toBeGreaterThan(SOME);
  }, 180_000);

  it('would answer nothing if it did so on its event loop', async () => {
    const { answers, result } = await addUp({ ON_THE_LOOP: 'yes' });
    expect([answers, result]).toEqual([0, sum]);
  }, 180_000);

  it('goes on answering while it draws a report with its charts', async () => {
    const { answers, download_url: url } = await resultOf('/tasks/report', { report_type: 'complex', parameters: {} });
    expect(url).toMatch(/^\/api\/v1\/storage\//);
    expect(answers).toBeGreaterThan(SOME);
  }, 180_000);
});
