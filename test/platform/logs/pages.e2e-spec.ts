import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startApp, TestApp } from '../../support/app';
import { launchChromium, openPage } from '../../support/chromium';
import { PASSWORD } from '../../support/make';
import { until } from '../../support/until';
import { cri, put } from './support';

const UID = '0b7f2a9c-1111-4222-8333-444455556666';

describe('the page of logs', () => {
  let t: TestApp;
  let browser: Browser;
  const root = mkdtempSync(join(tmpdir(), 'atrium-pods-'));
  const file = put(
    root,
    `default_shop-1_${UID}/app/0.log`,
    cri(1, '{"level":"info","msg":"ready","port":8000}') +
      cri(2, '{"level":"warn","msg":"slow answer","ms":812}') +
      cri(3, '{"level":"error","msg":"payment failed","password":"canary"}') +
      cri(4, '<img src=x onerror="document.title=1"> as text'),
  );
  put(root, `default_shop-1_${UID}/sidecar/0.log`, cri(2, 'beside it'));
  put(root, `default_shop-2_${UID}/app/0.log`, cri(1, 'of shop-2'));
  put(root, `default_bank-1_${UID}/app/0.log`, cri(1, 'of the bank'));

  beforeAll(async () => {
    t = await startApp({ LOGS_SOURCE: 'directory', LOGS_DIRECTORY: root });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
    rmSync(root, { recursive: true, force: true });
  });

  async function signIn(permissions: string[]): Promise<{ page: Page; troubles: string[] }> {
    const user = await t.make.user({ permissions });
    const opened = await openPage(await browser.newContext());
    await opened.page.goto(`${t.url}/logs?pod=shop-1&container=app`);
    await opened.page.waitForURL(/\/login/);
    await opened.page.getByLabel('E-mail address or username').fill(user.email);
    await opened.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await opened.page.keyboard.press('Enter');
    await opened.page.waitForURL(/\/logs/);
    return opened;
  }

  it('shows a pod’s lines by level, follows, pauses, searches and says what is wrong, by keyboard', async () => {
    const { page, troubles } = await signIn(['read_logs:shop-*']);
    const rows = (count: number) => until(async () => (await page.locator('#lines li').count()) === count);
    const line = (text: string) => page.locator('#lines li', { hasText: text });
    await line('payment failed').waitFor();
    expect(await page.getByLabel('Pod', { exact: true }).locator('option').allInnerTexts()).toEqual([
      'shop-1',
      'shop-2',
    ]);
    expect(await page.getByLabel('Container').inputValue()).toBe('app');
    expect(await page.locator('#lines li').evaluateAll((rows) => rows.map((row) => row.dataset.level ?? ''))).toEqual([
      ...['info', 'warn', 'error', ''],
    ]);
    const colours: string[] = await page.evaluate(
      `[...document.querySelectorAll('#lines li .level')].slice(0, 3).map((cell) => getComputedStyle(cell).color)`,
    );
    expect(new Set(colours).size).toBe(3);
    expect(await page.locator('#lines').innerText()).toContain('password=[masked]');
    expect(await line('as text').locator('.text').innerText()).toBe('<img src=x onerror="document.title=1"> as text');
    expect(await page.title()).toBe('Logs · Atrium');

    appendFileSync(file, cri(5, 'a new one'));
    await line('a new one').waitFor();
    expect(await page.getByRole('status').innerText()).toBe('Following shop-1.');
    expect(await page.getByRole('button', { name: 'Newest lines' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Pause' }).press('Enter');
    appendFileSync(file, cri(6, 'meanwhile'));
    await until(async () => (await page.getByRole('status').innerText()) === 'Paused; 1 new line of shop-1 waits.');
    expect(await line('meanwhile').count()).toBe(0);
    await page.getByRole('button', { name: 'Go on', pressed: true }).press('Enter');
    await line('meanwhile').waitFor();

    await page.getByLabel('Search', { exact: true }).fill('SLOW');
    await page.keyboard.press('Enter');
    await rows(1);
    expect(await page.locator('#lines mark').innerText()).toBe('slow');
    expect(page.url()).toContain('q=SLOW');
    await page.getByLabel('Regular expression').check();
    await page.getByLabel('Search', { exact: true }).fill('(slow');
    await page.keyboard.press('Enter');
    await page.getByText('is no regular expression of RE2').waitFor();
    expect(await page.getByLabel('Search', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Search', { exact: true }).fill('^.*(slow|failed)');
    await page.keyboard.press('Enter');
    await rows(2);
    await page.getByLabel('Search', { exact: true }).fill('');
    await page.getByLabel('Level').selectOption('error');
    await rows(1);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('shop-1.log');

    await page.getByLabel('Level').selectOption('');
    await page.getByLabel('Container').selectOption('');
    await line('beside it').waitFor();
    await page.getByLabel('Pod', { exact: true }).selectOption('shop-2');
    await line('of shop-2').waitFor();
    expect(await page.locator('#lines li').count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('says so when there is nothing to see, and when one may not', async () => {
    const none = await signIn(['read_logs:none-*']);
    await none.page.getByText('There are no pods whose logs you may read.').waitFor();
    const without = await signIn([]);
    await without.page.getByText('This is not for your account').waitFor();
    expect([...none.troubles, ...without.troubles]).toEqual([]);
  });
});
