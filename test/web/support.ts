import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { openPage } from '../support/chromium';
import { PASSWORD } from '../support/make';
import { until } from '../support/until';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** What hangs, on a busy machine; it decides nothing. */
const PATIENCE_MS = 90_000;

/** Every screen that has an address of its own. */
export const SCREENS = (JSON.parse(readFileSync('dist/web/paths.json', 'utf8')) as string[]).filter(
  (path) => !path.includes('$'),
);

/** A browser of somebody's own, in which they are signed in. */
export async function signedIn(
  t: TestApp,
  browser: Browser,
  email: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page; troubles: string[] }> {
  const context = await browser.newContext(options);
  const { page, troubles } = await openPage(context);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${t.url}/login?next=%2F`);
  await page.getByLabel('E-mail address or username').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${t.url}/`);
  return { context, page, troubles };
}

/** Waits until a screen has drawn what it asked for. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await until(async () => (await page.locator('.mantine-Skeleton-root, [aria-busy=true]').count()) === 0);
}

/** What axe finds, each with where. */
export async function axeOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}
