import type { Browser } from 'playwright-core';
import { classOf, teacher } from '../school/support';
import { TestApp, workerApp } from '../support/app';
import { launchChromium } from '../support/chromium';
import { expectSound, HOSTILE, pageOf } from './support';

describe('the first screen', () => {
  let t: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    t = await workerApp();
    browser = await launchChromium();
  });
  beforeEach(() => t.reset());
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await t.stop();
  });

  it('shows a pupil what waits: tasks, what is not read, orders and the newest grades', async () => {
    const ms = await teacher(t);
    const { own, input } = await classOf(t, ms);
    await ms.client.post('/grades', input({ assessment: `Midterm ${HOSTILE}`, score: 91.5 }));
    const { id } = await t.make.product({ name: 'Easel' });
    const { body: order } = await own.client.post('/orders', {
      items: [{ product_id: id, quantity: 2 }],
      shipping_address: 'Here',
    });
    const { body: other } = await ms.client.post('/orders', {
      items: [{ product_id: id, quantity: 1 }],
      shipping_address: 'There',
    });
    expect((await own.client.post('/tasks/process-data?operation=sum', [{ value: 1 }])).status).toBe(202);
    const { body: room } = await ms.client.post('/chat/direct', { user_id: own.user.id });
    await ms.client.post(`/chat/rooms/${encodeURIComponent(room.room)}/messages`, { content: 'Well done!' });
    const { page, troubles } = await pageOf(t, browser, own, '/');

    const card = (name: string) => page.getByRole('list', { name, exact: true });
    expect(await card('My newest grades').getByRole('listitem').innerText()).toMatch(
      /^Mathematics, Midterm <img.*91\.5/s,
    );
    expect(await card('My orders').getByRole('listitem').innerText()).toMatch(
      new RegExp(`${order.number} · \\$19\\.98`),
    );
    await page.getByText(other.number).waitFor({ state: 'detached' });
    expect(await card('Your tasks').getByRole('listitem').innerText()).toMatch(/^Numbers/);
    await card('Not read in the chat').getByText('1 not read').waitFor();
    await expectSound(page, 'home of a pupil');
    await card('My orders').getByRole('link').click();
    await page.getByRole('heading', { name: `Order ${order.number}` }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('leads who is new to what they may do, until that is put away', async () => {
    const ms = await teacher(t);
    const { page, troubles } = await pageOf(t, browser, ms, '/');
    const steps = page.getByRole('list', { name: 'First steps' });
    await steps.getByRole('link', { name: 'Grade a class' }).waitFor();
    expect(await steps.getByRole('link', { name: 'Look at your grades' }).count()).toBe(0);
    await steps.getByRole('link', { name: 'Keep a file, and share it' }).click();
    await page.getByRole('heading', { name: 'Files' }).waitFor();
    await page.goBack();
    await steps.getByRole('listitem').filter({ hasText: 'Keep a file' }).getByText('looked at').waitFor();
    await expectSound(page, 'home of a teacher');
    await page.getByRole('button', { name: 'Put away' }).click();
    await steps.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: /^Good day/ }).waitFor();
    await page.getByText('You have read everything.').waitFor();
    expect(await steps.count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
