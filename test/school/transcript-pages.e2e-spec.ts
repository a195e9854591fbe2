import type { Browser } from 'playwright-core';
import { TestApp, workerApp } from '../support/app';
import { launchChromium, openPage } from '../support/chromium';
import { classOf, teacher } from './support';

describe('the page that verifies a transcript', () => {
  let t: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    t = await workerApp();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
  });

  it('shows what the paper must say, by the address on it or by its code, and when it is revoked', async () => {
    const [ms, admin] = [await teacher(t), await t.make.admin()];
    const { own, input } = await classOf(t, ms);
    await ms.client.post('/grades', input({ subject: '<b>Art</b>' }));
    const { body } = await own.client.post('/school/transcripts', { student_id: own.user.id });
    const { page, troubles } = await openPage(browser);

    await page.goto(`${t.url}/school/verify/${body.code}`);
    await page.getByRole('heading', { name: 'Valid', exact: true }).waitFor();
    expect(await page.locator('#facts').innerText()).toContain(own.user.fullName);
    expect(await page.locator('tbody tr').innerText()).toMatch(/<b>Art<\/b>\s.*\s1\s+87\.25/);

    await page.getByLabel('Code').fill('nonsense');
    await page.getByRole('button', { name: 'Verify' }).press('Enter');
    await page.getByText('There is no such transcript.').waitFor();
    expect(await page.locator('#proof').isVisible()).toBe(false);

    await admin.client.post(`/school/transcripts/${body.id}/revoke`, { reason: 'A mistake.' });
    await page.getByLabel('Code').fill(` ${body.code.toLowerCase()} `);
    await page.getByLabel('Code').press('Enter');
    await page.getByRole('heading', { name: 'Revoked' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/school/verify/${body.code}`);
    expect(await page.locator('#facts').innerText()).not.toContain(own.user.fullName);
    expect(troubles).toEqual([]);
  });
});
