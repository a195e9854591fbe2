import type { Browser } from 'playwright-core';
import { TestApp, workerApp } from '../../support/app';
import { launchChromium } from '../../support/chromium';
import { PASSWORD, Person } from '../../support/make';
import { within } from '../../support/within';
import { settled, signedIn } from '../support';

jest.setTimeout(600_000);

describe('what goes wrong while somebody works', () => {
  let t: TestApp;
  let browser: Browser;
  let admin: Person;

  beforeAll(async () => {
    t = await workerApp();
    browser = await launchChromium();
    admin = await t.make.admin();
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
  });

  it('a session that ends while somebody types is begun again in place, and nothing typed is lost', async () => {
    const { context, page } = await signedIn(t, browser, admin.user.email);
    await page.goto(`${t.url}/groups`);
    await page.getByRole('button', { name: 'New group' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Typed before the session ended');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Make the group' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Password').fill('Wrong-Word-11');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'No account has this name' }).waitFor();
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Typed before the session ended' }).waitFor();
    await context.close();
  });

  it('a press that is repeated, and a retry after a lost answer, make one thing', async () => {
    const { context, page } = await signedIn(t, browser, admin.user.email);
    await page.goto(`${t.url}/groups`);
    await page.getByRole('button', { name: 'New group' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Made once');
    let lost = 0;
    await page.route('**/api/v1/groups', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch(); // the server has done it, and nobody learns of it
      await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Make the group' }).dblclick();
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    await page.getByRole('button', { name: 'Make the group' }).click();
    await page.getByRole('heading', { name: 'Made once' }).waitFor();
    const { body } = await admin.client.get('/groups?q=Made%20once');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Made once']);
    await context.close();
  });

  it('a server that is away is said, and the banner goes by itself', async () => {
    const { context, page } = await signedIn(t, browser, admin.user.email);
    await settled(page);
    await context.setOffline(true);
    await page.getByText('The server cannot be reached. What you have typed stays here.').waitFor();
    await context.setOffline(false);
    await page
      .getByText('The server cannot be reached. What you have typed stays here.')
      .waitFor({ state: 'detached' });
    await context.close();
  });

  it('two who change one account see both versions, and choose', async () => {
    const { user } = await t.make.person();
    const { context, page } = await signedIn(t, browser, admin.user.email);
    await page.goto(`${t.url}/admin/users/${user.id}`);
    await page.getByRole('button', { name: 'Keep the rights' }).waitFor();
    expect((await admin.client.call('PATCH', `/users/${user.id}`, { body: { roles: ['student'] } })).status).toBe(200);
    await page.getByRole('combobox', { name: 'Roles' }).fill('teacher');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Keep the rights' }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else has changed this meanwhile' });
    const row = dialog.getByRole('row', { name: 'Roles' });
    await row.getByText('user, teacher').waitFor();
    await row.getByText('student', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Store mine' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { body } = await admin.client.get(`/users/${user.id}`);
    expect(body.roles.sort()).toEqual(['teacher', 'user']);
    await context.close();
  });

  it('an account is deactivated, and that is taken back', async () => {
    const { user } = await t.make.person();
    const { context, page } = await signedIn(t, browser, admin.user.email);
    await page.goto(`${t.url}/admin/users?q=${encodeURIComponent(user.email)}`);
    await page.getByRole('link', { name: user.fullName, exact: true }).click();
    const active = async (): Promise<boolean> => (await admin.client.get(`/users/${user.id}`)).body.is_active;
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await within(5000, active, (is) => !is);
    await page.getByRole('button', { name: 'Undo' }).click();
    await within(5000, active, (is) => is);
    await context.close();
  });

  it('an admin who is demoted while looking is told so', async () => {
    const fallen = await t.make.admin();
    const { context, page } = await signedIn(t, browser, fallen.user.email);
    await page.goto(`${t.url}/admin/users`);
    await page.getByRole('link', { name: admin.user.fullName, exact: true }).waitFor();
    await admin.client.call('PATCH', `/users/${fallen.user.id}`, { body: { roles: ['user'] } });
    await page.getByLabel('Search by name or address').fill('nobody');
    await page.getByRole('alert').filter({ hasText: 'do not have the right' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'This is not for your account' }).waitFor();
    expect(await page.getByRole('link', { name: 'Accounts' }).count()).toBe(0);
    await context.close();
  });
});
