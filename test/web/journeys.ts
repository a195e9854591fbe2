import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { openPage } from '../support/chromium';
import { PASSWORD, type Person } from '../support/make';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A name that would do something wherever it was taken for HTML. */
export const HOSTILE = '<img src=x onerror="window.hacked=1">"\'&';

/** A browser of their own for somebody who has signed in, at a path. */
export async function pageOf(
  t: TestApp,
  browser: Browser,
  { user }: Pick<Person, 'user'>,
  path: string,
): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const answer = await context.request.post(`${t.url}/api/v1/auth/browser/login`, {
    data: { email: user.email, password: PASSWORD },
  });
  expect(answer.status()).toBe(200);
  const opened = await openPage(context);
  await opened.page.goto(t.url + path);
  return opened;
}

/** Nothing for axe to say in either theme, nothing beyond 360 pixels, and nothing has run that was data. */
export async function expectSound(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor(); // drawn in it
    await page.evaluate(axe);
    const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    const said = found.violations.map(
      ({ id, nodes }) => `${name} ${colorScheme} ${id}: ${nodes[0].html.slice(0, 200)}`,
    );
    expect(said).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 780 });
  expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, 360]);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await page.evaluate('window.hacked')).toBeUndefined();
}
