import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { openPage } from '../support/chromium';
import { PASSWORD, type Person } from '../support/make';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [1280, 360];

/** Somebody in a browser of their own, signed in, at a screen. */
export interface AtScreen {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly troubles: string[];
}

/** Signs in as a person does, and is led back to where they wanted to go. */
export async function signIn(
  browser: Browser,
  t: TestApp,
  { user }: Pick<Person, 'user'>,
  path: string,
  viewport = { width: 1280, height: 800 },
): Promise<AtScreen> {
  const context = await browser.newContext({ viewport });
  const { page, troubles } = await openPage(context);
  await page.goto(t.url + path);
  await page.waitForURL(/\/login/);
  await page.getByLabel('E-mail address or username').fill(user.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  return { context, page, troubles };
}

/**
 * In both themes and on a desk and a phone: axe finds nothing, and nothing is to be scrolled sideways.
 * @param picture name of the pictures that are taken where WEB_PICTURES says where
 */
export async function expectSound(page: Page, picture?: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      const where = `${page.url()} ${width} ${colorScheme}`;
      expect([where, await page.evaluate(wide)]).toEqual([where, 0]);
      expect([where, await violations(page)]).toEqual([where, []]);
      if (picture && process.env.WEB_PICTURES) {
        await page.screenshot({ path: join(process.env.WEB_PICTURES, `${picture}-${width}-${colorScheme}.png`) });
      }
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

async function violations(page: Page): Promise<string[]> {
  // Evaluated by the browser's own tools: the policy of the page lets no such script in.
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(`${AXE};0`);
  const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}
