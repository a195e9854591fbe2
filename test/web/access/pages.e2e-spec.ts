import type { Browser } from 'playwright-core';
import { TestApp, workerApp } from '../../support/app';
import { launchChromium } from '../../support/chromium';
import type { Person } from '../../support/make';
import { axeOf, SCREENS, settled, signedIn } from '../support';

/** What would do something if it were taken for HTML. */
const HOSTILE = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"'`;

jest.setTimeout(600_000);

describe('every screen', () => {
  let t: TestApp;
  let browser: Browser;
  let admin: Person;

  beforeAll(async () => {
    t = await workerApp();
    browser = await launchChromium();
    admin = await t.make.person({ roles: ['admin', 'teacher'], fullName: HOSTILE });
    await t.make.user({ fullName: HOSTILE, email: 'hostile@example.com' });
    const { body: group } = await admin.client.post('/groups', { name: HOSTILE });
    await admin.client.put(`/groups/${group.id}/members/${admin.user.id}`, {});
    await admin.client.post('/folders', { name: `${HOSTILE.slice(0, 60)}` });
    await admin.client.post('/auth/service-tokens', { name: HOSTILE.slice(0, 90), scopes: [] });
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
  });

  it.each(['light', 'dark'] as const)(
    'has no violation of axe, runs nothing that somebody has written, and fits 360 pixels: %s',
    async (colorScheme) => {
      const viewport = { width: 360, height: 740 };
      const { context, page, troubles } = await signedIn(t, browser, admin.user.email, { colorScheme, viewport });
      for (const path of SCREENS) {
        await page.goto(t.url + path);
        await settled(page);
        expect([path, await axeOf(page)]).toEqual([path, []]);
        const beyond = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect([path, beyond]).toEqual([path, 0]);
        expect([path, await page.evaluate('window.hacked')]).toEqual([path, undefined]);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(t.url);
      await settled(page);
      expect(await axeOf(page)).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(HOSTILE);
      expect(troubles).toEqual([]);
      await context.close();
    },
  );

  it('is reached and left by the keyboard', async () => {
    const { context, page } = await signedIn(t, browser, admin.user.email);
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search, or go to a screen').fill('Accounts');
    await page.getByRole('button', { name: 'Accounts' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/admin\/users$/);
    await page.getByRole('heading', { name: 'Accounts' }).waitFor();
    await page.reload();
    await settled(page);
    await page.keyboard.press('Tab'); // the first stop leads past the navigation
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement?.id')).toBe('main');
    await context.close();
  });
});
