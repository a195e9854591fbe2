import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium, openPage } from '../../support/chromium';
import { startApp, TestApp } from '../../support/app';
import { PASSWORD, Person } from '../../support/make';
import { PushService } from '../../support/push-service';
import { until } from '../../support/until';
import { send } from '../../communication/notifications/support';

describe('the page of notifications, and its worker', () => {
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

  const signIn = async (person: Person, locale = 'en-GB'): Promise<{ page: Page; troubles: string[] }> => {
    const context = await browser.newContext({ locale, permissions: ['notifications'] });
    const { page, troubles } = await openPage(context);
    await page.goto(`${t.url}/notifications`);
    await page.waitForURL(/\/login/);
    await page
      .getByLabel('E-mail address or username')
      .or(page.getByLabel('Dirección de correo o nombre de usuario'))
      .fill(person.user.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/notifications/);
    return { page, troubles };
  };

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

  it('shows what somebody is told while they look, why, and takes it away', async () => {
    const { page, troubles } = await signIn(ada);
    await page.getByText('Nothing is unread.').waitFor();
    await send(ada.client, { title: '<img src=x onerror="document.title=1"> new' });
    await page.getByText('1 unread').waitFor();
    await page.getByRole('button', { name: 'Why?' }).first().click();
    await page.getByText('Here: It is on unless you say otherwise.').waitFor();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('Nothing is unread.').waitFor();
    await page.getByRole('button', { name: 'Delete' }).first().click();
    await until(async () => (await page.locator('#list li').count()) === 0);
    expect([await page.title(), troubles]).toEqual(['Notifications · Atrium', []]);
    const box = page.locator('#categories li', { hasText: 'An order of mine is placed.' }).getByLabel('E-mail');
    await box.check();
    await until(async () => {
      const { body } = await ada.client.get('/notifications/preferences');
      const { cells } = body.categories.find(({ key }: any) => key === 'orders.placed');
      return cells.find(({ channel }: any) => channel === 'email').source === 'cell';
    });
    await page.context().close();
  });

  it('speaks Spanish to who reads Spanish', async () => {
    const eva = await t.make.person({ locale: 'es' });
    const { page } = await signIn(eva, 'es-ES');
    await page.getByText('No hay nada sin leer.').waitFor();
    await page.getByText('Se realiza un pedido mío.').waitFor();
    await page.context().close();
  });

  it('shows a push that our push service decrypted, while its page is closed, and opens what it leads to', async () => {
    const bea = await t.make.person();
    const browserOf = service.subscriber('/bea');
    expect((await bea.client.post('/notifications/web-push/subscriptions', browserOf.toJSON())).status).toBe(201);
    const { page } = await signIn(bea);
    const { cdp, registrationId } = await workerOf(page);
    const notice = await send(bea.client, { title: 'The lift is repaired', action_url: '/account' });
    const [pushed] = await service.got('/bea');
    const data = JSON.stringify(browserOf.read(pushed));
    // Another tab keeps the session of the tools; the page of notifications is closed.
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
