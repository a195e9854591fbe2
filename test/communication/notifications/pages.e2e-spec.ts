import type { Browser, CDPSession, Page } from 'playwright-core';
import { startApp, TestApp } from '../../support/app';
import { launchChromium } from '../../support/chromium';
import type { Person } from '../../support/make';
import { PushService } from '../../support/push-service';
import { until } from '../../support/until';
import { within } from '../../support/within';
import { expectSound, HOSTILE, InBrowser, pageOf } from '../../web/support';
import { send } from './support';

describe('the screens of notifications, and the worker of a browser', () => {
  let t: TestApp;
  let service: PushService;
  let browser: Browser;
  let ada: Person;

  beforeAll(async () => {
    service = await PushService.start();
    t = await startApp(service.env);
    ada = await t.make.person({ fullName: 'Ada Lovelace' });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
    await service.stop();
  });

  /** A screen, in a browser that is no new device any more. */
  const opened = async (person: Person, path: string): Promise<InBrowser> => {
    const seen = await pageOf(t, browser, person, path);
    const { body } = await person.client.get('/notifications');
    for (const { id } of body.items) await person.client.delete(`/notifications/${id}`);
    return seen;
  };
  const bellOf = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^(Notifications|Avisos)/ });
  const labelOf = (page: Page) => bellOf(page).getAttribute('aria-label');

  /** The worker of the page, as the developer tools know it. */
  const workerOf = async (page: Page): Promise<{ cdp: CDPSession; registrationId: string }> => {
    const cdp = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const active = versions.find(({ status }) => status === 'activated');
        if (active) resolve(active.registrationId);
      });
    });
    await cdp.send('ServiceWorker.enable');
    return { cdp, registrationId: await registered };
  };

  it('show what somebody is told while they look, why, and take it away', async () => {
    const { page, context, troubles } = await opened(ada, '/notifications');
    await page.getByText('Nothing is unread.').waitFor();
    await send(ada.client, { title: HOSTILE });
    await page.getByText('1 unread', { exact: true }).waitFor();
    expect(await labelOf(page)).toBe('Notifications, 1 unread');
    await page.getByRole('main').getByText(HOSTILE).waitFor();
    await page.getByRole('button', { name: 'Why?' }).first().click();
    await page.getByText('It is on unless you say otherwise.').first().waitFor();
    await expectSound(page, 'notifications');
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('Nothing is unread.').waitFor();
    await page.getByRole('button', { name: /^Delete: / }).click();
    await until(async () => (await page.locator('#list li').count()) === 0);
    await page.getByText('You have not been told anything yet.').waitFor();
    expect([await page.title(), troubles]).toEqual(['Notifications · Atrium', []]);
    await context.close();
  });

  it('let two windows agree within a second, and read what came below the bell', async () => {
    const bea = await t.make.person();
    const [first, second] = [await opened(bea, '/'), await pageOf(t, browser, bea, '/account')];
    await send(bea.client, { title: 'The lift is repaired', action_url: '/account' });
    for (const { page } of [first, second]) await page.getByLabel('Notifications, 1 unread').waitFor();
    await bellOf(first.page).click();
    await first.page.getByRole('button', { name: 'Mark as read: The lift is repaired' }).click();
    await within(
      1000,
      () => labelOf(second.page),
      (label) => label === 'Notifications, 0 unread' || label === 'Notifications',
    );
    await first.page.getByRole('dialog').getByRole('link', { name: 'The lift is repaired' }).click();
    await first.page.waitForURL(`${t.url}/account`);
    for (const { context, troubles } of [first, second]) {
      expect(troubles).toEqual([]);
      await context.close();
    }
  });

  it('keep what somebody chooses to be told', async () => {
    const { page, context } = await pageOf(t, browser, ada, '/notifications/settings');
    const row = page.getByRole('group', { name: 'An order of mine is placed.' });
    await row.getByLabel('E-mail').check();
    await until(async () => {
      const { body } = await ada.client.get('/notifications/preferences');
      const { cells } = body.categories.find(({ key }: any) => key === 'orders.placed');
      return cells.find(({ channel }: any) => channel === 'email').source === 'cell';
    });
    await row.getByRole('button', { name: /^undo: / }).waitFor();
    await expectSound(page, 'what I am told');
    await context.close();
  });

  it('speak Spanish to who reads Spanish', async () => {
    const eva = await t.make.person({ locale: 'es' });
    const { page, context } = await pageOf(t, browser, eva, '/notifications/settings');
    await page.getByRole('group', { name: 'Se realiza un pedido mío.' }).waitFor();
    expect(await labelOf(page)).toMatch(/^Avisos/);
    await context.close();
  });

  it('show a push that our push service decrypted, while no page is open', async () => {
    const bea = await t.make.person();
    const browserOf = service.subscriber('/bea');
    expect((await bea.client.post('/notifications/web-push/subscriptions', browserOf.toJSON())).status).toBe(201);
    const { page } = await pageOf(t, browser, bea, '/notifications/settings');
    expect(page.context().serviceWorkers()).toEqual([]); // not before somebody wants it
    await page.context().grantPermissions(['notifications']);
    await page.getByLabel('Push to this browser').click({ force: true });
    const { cdp, registrationId } = await workerOf(page);
    const notice = await send(bea.client, { title: 'The lift is repaired', action_url: '/account' });
    const read = () => service.at('/bea').map((one) => browserOf.read(one));
    await until(() => read().some(({ id }) => id === notice.id));
    const data = JSON.stringify(read().find(({ id }) => id === notice.id));
    await page.goto('about:blank');
    const [worker] = page.context().serviceWorkers();
    await cdp.send('ServiceWorker.deliverPushMessage', { origin: t.url, registrationId, data });
    const shown = (): Promise<{ title: string; body: string; tag: string; data: any }[]> =>
      worker.evaluate(async () => {
        const { registration } = globalThis as unknown as { registration: any };
        const all = await registration.getNotifications();
        return all.map(({ title, body, tag, data }: any) => ({ title, body, tag, data }));
      });
    await until(async () => (await shown()).length === 1);
    expect(await shown()).toEqual([
      {
        title: 'The lift is repaired',
        body: notice.body,
        tag: notice.id,
        data: { id: notice.id, url: '/account' },
      },
    ]);
    await page.context().close();
  });
});
