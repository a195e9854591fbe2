import type { Browser } from 'playwright-core';
import { png, sha256, upload } from '../../content/files/support';
import { TestApp, workerApp } from '../../support/app';
import { launchChromium, openPage } from '../../support/chromium';
import { makeFolder, share } from './support';

describe('the page of a link', () => {
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

  it('asks for the password, shows the folder and what lies in it, and downloads', async () => {
    const owner = await t.make.person();
    const folder = await makeFolder(owner, 'Summer party');
    await makeFolder(owner, 'Empty one', folder);
    const bytes = png(3000);
    await upload({ client: owner.client, url: t.url }, bytes, '<b>Photo.png', { folder_id: folder });
    const input = { password: 'Open sesame' };
    const { body } = await share(owner, ['folder', folder], { type: 'link' }, 'view', input);
    const { page, troubles } = await openPage(browser);

    await page.goto(`${t.url}${new URL(body.url as string).pathname}`);
    await page.getByLabel('Password of the link').fill('Wrong one');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByText('This link asks for its password.').waitFor();
    await page.getByLabel('Password of the link').fill('Open sesame');
    await page.getByLabel('Password of the link').press('Enter');
    await page.getByRole('heading', { name: 'Summer party' }).waitFor();
    const link = page.getByRole('link', { name: '<b>Photo.png' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(sha256(Buffer.concat(chunks))).toBe(sha256(bytes));
    await page.getByRole('button', { name: 'Empty one/' }).click();
    await page.getByText('This folder is empty.').waitFor();
    expect(troubles.filter((one) => !one.includes('403'))).toEqual([]);
  });

  it('says that a link has ended', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${t.url}/s/nonsense`);
    await page.getByText('There is no such link, or it has ended.').waitFor();
    expect(await page.locator('#contents').isVisible()).toBe(false);
  });
});
