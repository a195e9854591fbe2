import type { Browser } from 'playwright-core';
import { startApp, TestApp } from '../../support/app';
import { launchChromium, openPage } from '../../support/chromium';
import { PASSWORD } from '../../support/make';
import { UpstreamServer, upstreams } from './upstream-server';

describe('the page of the gateway', () => {
  let t: TestApp;
  let browser: Browser;
  let billing: UpstreamServer;
  let other: UpstreamServer;
  beforeAll(async () => {
    [billing, other] = await Promise.all([UpstreamServer.start(), UpstreamServer.start()]);
    const breaker = { open_ms: 1000, max_open_ms: 1000 };
    t = await startApp(
      upstreams(
        { name: 'billing', access: 'public', targets: [{ url: billing.url }], breaker },
        { name: 'reports', access: 'public', targets: [{ url: other.url }, { url: `${other.url}/two` }] },
      ),
    );
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
    await Promise.all([billing.close(), other.close()]);
  });

  const logIn = async (email: string) => {
    const { page, troubles } = await openPage(await browser.newContext());
    await page.goto(`${t.url}/gateway`);
    await page.waitForURL(/\/login/);
    await page.getByLabel('E-mail address or username').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/gateway/);
    return { page, troubles };
  };

  it('shows an admin how a breaker opens and closes, and draws what became of the calls', async () => {
    const admin = await t.make.user({ roles: ['admin'] });
    const { page, troubles } = await logIn(admin.email);
    await page.locator('section[data-name=billing][data-state=well]').waitFor();
    for (let n = 0; n < 8; n++) await t.client.get('/gateway/billing/x');
    for (let n = 0; n < 4; n++) await t.client.get('/gateway/reports/x');
    await page.locator('section[data-name=billing] .chart .answered').first().waitFor({ state: 'attached' });

    await billing.close();
    for (let n = 0; n < 7; n++) await t.client.get('/gateway/billing/x');
    const card = page.locator('section[data-name=billing]');
    await page.locator('section[data-name=billing][data-state=down]').waitFor();
    await card.getByText(/is not called after failures \(ECONNREFUSED\)/).waitFor();
    await card.locator('.chart .failed').first().waitFor({ state: 'attached' });
    await card.locator('.chart .refused').first().waitFor({ state: 'attached' });
    expect(await page.getByRole('status').innerText()).toBe('billing is set aside.');
    expect(await card.getByRole('img').getAttribute('aria-label')).toMatch(/8 answered, 5 failed, 2 refused/);
    if (process.env.GATEWAY_PICTURES) {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({
            path: `${process.env.GATEWAY_PICTURES}/gateway-${scheme}-${width}.png`,
            fullPage: true,
          });
        }
      }
    }

    await billing.open();
    const knocking = setInterval(() => void t.client.get('/gateway/billing/x'), 200);
    await page.locator('section[data-name=billing][data-state=well]').waitFor();
    clearInterval(knocking);
    expect(await page.getByRole('status').innerText()).toBe('billing is well.');
    expect(troubles).toEqual([]);
  });

  it('tells who may not see it so', async () => {
    const { page } = await logIn((await t.make.user()).email);
    await page.getByText('This is not for your account').waitFor();
  });
});
