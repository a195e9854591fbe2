import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { openPage } from '../support/chromium';
import { PASSWORD, type Person } from '../support/make';
import { until } from '../support/until';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** What hangs, on a busy machine; it decides nothing. */
const PATIENCE_MS = 90_000;

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 780 };
/** What reaches beyond the window, where the page can be scrolled sideways. */
const TOO_WIDE = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 120))`;

/** Every screen that has an address of its own. */
export const SCREENS = (JSON.parse(readFileSync('dist/web/paths.json', 'utf8')) as string[]).filter(
  (path) => !path.includes('$'),
);

/** A name that would do something wherever it was taken for HTML. */
export const HOSTILE = '<img src=x onerror="window.hacked=1">"\'&';

/** Somebody in a browser of their own. */
export interface InBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly troubles: string[];
}

/** A browser of somebody's own, in which they sign in as people do. */
export async function signedIn(
  t: TestApp,
  browser: Browser,
  email: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<InBrowser> {
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

/** A browser of somebody's own, signed in, at a path. */
export async function pageOf(
  t: TestApp,
  browser: Browser,
  { user }: Pick<Person, 'user'>,
  path: string,
): Promise<InBrowser> {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce' });
  const answer = await context.request.post(`${t.url}/api/v1/auth/browser/login`, {
    data: { email: user.email, password: PASSWORD },
  });
  expect(answer.status()).toBe(200);
  const { page, troubles } = await openPage(context);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(t.url + path);
  return { context, page, troubles };
}

/** On a desk and a phone, by day and by night: axe says nothing, nothing is to be scrolled sideways, and nothing has run that was data. */
export async function expectSound(page: Page, name: string): Promise<void> {
  for (const viewport of [DESK, PHONE]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor(); // drawn in it
      await settled(page);
      const where = `${name}, ${viewport.width} px, ${colorScheme}`;
      expect([where, ...(await axeOf(page))]).toEqual([where]);
    }
    expect([name, viewport.width, ...(await page.evaluate<string[]>(TOO_WIDE))]).toEqual([name, viewport.width]);
  }
  await page.setViewportSize(DESK);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
}
