import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { startApp, TestApp } from '../../support/app';
import { launchChromium, openPage } from '../../support/chromium';
import { mailTo } from '../../support/mails';
import { PASSWORD } from '../../support/make';
import { xlsxRows } from '../reports/report-support';
import { Gate, startOf } from './support';
import { TaskKinds } from '../../../src/modules/platform/tasks/task-kinds';

describe('the page of tasks', () => {
  let t: TestApp;
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  const gate = new Gate('gated');

  beforeAll(async () => {
    t = await startApp();
    for (const kind of [gate, new Gate('queued')]) t.app.get(TaskKinds).register(kind);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
  });

  it('starts tasks, shows how they move, cancels and tries again, by keyboard too', async () => {
    const user = await t.make.user();
    await t.make.product();
    ({ page, troubles } = await openPage(await browser.newContext()));
    await page.goto(`${t.url}/tasks`);
    await page.waitForURL(/\/login/);
    await page.getByLabel('E-mail address or username').fill(user.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tasks/);
    await page.getByText('There are none yet.').waitFor();

    await page.getByLabel('To', { exact: true }).fill('page@example.com');
    await page.getByLabel('Subject', { exact: true }).fill('From the page');
    await page.getByLabel('Text', { exact: true }).fill('Hello');
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.locator('#tasks li[data-status=completed]', { hasText: 'to page@example.com' }).waitFor();
    expect((await mailTo(t, 'page@example.com', /From the page/)).text).toContain('Hello');

    await page.getByLabel('What', { exact: true }).last().selectOption('average');
    await page.getByLabel('Numbers', { exact: true }).fill('1 2 x');
    await page.getByRole('button', { name: 'Work it out' }).click();
    await page.getByText('x is no number').waitFor();
    expect(await page.getByLabel('Numbers', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Numbers', { exact: true }).fill('0.1 0.2; 0.6');
    await page.getByRole('button', { name: 'Work it out' }).press('Enter');
    await page.locator('#tasks li[data-status=completed]', { hasText: 'average of 3: 0.3' }).waitFor();

    await page.getByLabel('What', { exact: true }).first().selectOption('custom');
    await page.getByLabel('Of', { exact: true }).selectOption('products');
    await page.getByLabel('Id', { exact: true }).uncheck();
    await page.getByLabel('From', { exact: true }).fill('2026-02-02');
    await page.getByLabel('Until', { exact: true }).fill('2026-02-01');
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByText('is before `from`').waitFor();
    await page.getByLabel('From', { exact: true }).fill('');
    await page.getByLabel('Until', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Make it' }).click();
    const done = page.locator('#tasks li[data-status=completed]', { hasText: 'Products.xlsx' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      done.getByRole('link', { name: /^Download Report/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Products.xlsx');
    expect(await done.getByRole('button').count()).toBe(0); // nothing to cancel or to try again
    const rows = await xlsxRows(readFileSync(await download.path()));
    expect([rows[0].includes('SKU'), rows[0].includes('Id'), rows.length]).toEqual([true, false, 2]);

    await startOf(t, user.id, 'gated');
    await page.reload();
    const row = page.locator('#tasks li', { hasText: 'gated' });
    await row.locator('progress').waitFor();
    await page.waitForFunction(`document.querySelector('progress:not([hidden])')?.value === 10`);
    await row.getByRole('button', { name: /^Cancel gated/ }).press('Enter');
    await page.locator('#tasks li[data-status=cancelled]').waitFor();
    await page.waitForFunction(`/^Try gated/.test(document.activeElement?.ariaLabel ?? '')`);
    expect(await page.getByRole('status').innerText()).toMatch(/gated .* is cancelled/);
    await page.keyboard.press('Enter');
    await page.locator('#tasks li[data-status=running]').waitFor();
    gate.open();
    await page.locator('#tasks li[data-status=completed]', { hasText: 'gated' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('shows who manages tasks everybody’s, and how the queues do; nobody else', async () => {
    const [user, admin] = [await t.make.person(), await t.make.user({ roles: ['admin'] })];
    await t.db.transaction(async () => {
      const id = await startOf(t, user.user.id, 'queued');
      await t.db.query(`UPDATE tasks SET due_at = now() + interval '1 hour' WHERE id = $1`, [id]);
    });
    const signIn = async (email: string): Promise<Page> => {
      const opened = await openPage(await browser.newContext());
      await opened.page.goto(`${t.url}/tasks`);
      await opened.page.getByLabel('E-mail address or username').fill(email);
      await opened.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await opened.page.keyboard.press('Enter');
      await opened.page.getByText('queued', { exact: false }).first().waitFor();
      expect(opened.troubles).toEqual([]);
      return opened.page;
    };
    const theirs = await signIn(admin.email);
    const row = theirs.getByRole('row', { name: /^queued/ });
    await row.waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['1', '0', '0', expect.stringMatching(/sec/)]);
    await theirs.getByText(/^Worker .* runs \d/).waitFor();
    await theirs.getByRole('heading', { name: 'Everybody’s tasks' }).waitFor();

    const mine = await signIn(user.user.email);
    await mine.getByRole('heading', { name: 'Your tasks' }).waitFor();
    expect(await mine.getByRole('heading', { name: 'Queues' }).isVisible()).toBe(false);
  });
});
