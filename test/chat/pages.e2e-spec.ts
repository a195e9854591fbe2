import type { Browser, Page } from 'playwright-core';
import { startApp, TestApp } from '../support/app';
import { launchChromium, openPage } from '../support/chromium';
import { PASSWORD, Person } from '../support/make';

const NASTY = '<img src=x onerror="document.title=\'pwned\'"> \u202Eevil';

describe('the page of the chat', () => {
  let t: TestApp;
  let browser: Browser;
  let ada: Person;
  let bob: Person;

  beforeAll(async () => {
    t = await startApp();
    ada = await t.make.person({ fullName: 'Ada <b>Lovelace</b>', username: 'ada' });
    bob = await t.make.person({ fullName: 'Bob Stone', username: 'bob' });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
  });

  const signIn = async (person: Person, viewport = { width: 1200, height: 800 }) => {
    const context = await browser.newContext({ viewport });
    const { page, troubles } = await openPage(context);
    await page.goto(`${t.url}/chat#lobby`);
    await page.waitForURL(/\/login/);
    await page.getByLabel('E-mail address or username').fill(person.user.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/chat/);
    return { context, page, troubles };
  };
  const open = async (page: Page, room: string): Promise<void> => {
    await page.getByLabel('Open a room').fill(room);
    await page.getByLabel('Open a room').press('Enter');
    await page.getByText('Connected.').waitFor();
  };
  const sayIn = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('Message', { exact: true }).fill(text);
    await page.keyboard.press('Enter');
  };
  const saidIn = (page: Page): Promise<string[]> => page.locator('#messages .what').allInnerTexts();

  it('lets two people talk; who was offline comes back to exactly what they missed', async () => {
    const a = await signIn(ada);
    const b = await signIn(bob, { width: 360, height: 740 });
    await open(a.page, 'lobby');
    await b.page.locator('summary').waitFor();
    await open(b.page, 'lobby');
    await a.page.getByText('Bob Stone has joined the chat').waitFor();
    await a.page.getByText(/Here now: .*Bob Stone/).waitFor();

    await sayIn(a.page, NASTY);
    await b.page.getByText('<img src=x').waitFor();
    expect(await b.page.locator('#messages img, #messages b').count()).toBe(0);
    expect(await b.page.locator('#messages .who').first().innerText()).toBe('Ada <b>Lovelace</b>');
    expect(await b.page.title()).not.toContain('pwned');

    await b.context.setOffline(true);
    await b.page.getByText('Connection lost').waitFor();
    for (const text of ['one', 'two', 'three @bob']) await sayIn(a.page, text);
    await a.page.locator('#messages .what', { hasText: 'three' }).waitFor();
    await sayIn(b.page, 'said while away');
    await b.page.getByText('on its way…').waitFor();
    await b.context.setOffline(false);
    await b.page.getByText('Connected.').waitFor();
    await a.page.getByText('said while away').waitFor();
    await b.page.locator('#messages li:not(.waiting) .what', { hasText: 'said while away' }).waitFor();
    for (const { page } of [a, b]) {
      expect(await saidIn(page)).toEqual([NASTY, 'one', 'two', 'three @bob', 'said while away']);
    }
    expect(await b.page.locator('#messages .named').innerText()).toContain('three');

    // Wide as a phone: nothing to scroll sideways, and the text field still there.
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await b.page.evaluate(overflow)).toBe(0);
    expect(await b.page.getByLabel('Message', { exact: true }).isVisible()).toBe(true);
    expect([a.troubles, b.troubles]).toEqual([[], []]);

    // Elsewhere a message is counted, until it is read.
    await b.page.locator('summary').click();
    await open(b.page, 'elsewhere');
    await sayIn(a.page, 'are you there, @bob?');
    await b.page.locator('summary').click();
    await b.page.getByRole('button', { name: 'lobby, 1 not read, you are named' }).waitFor({ timeout: 20_000 });
    await b.page.getByRole('button', { name: /^lobby/ }).press('Enter');
    await b.page.getByText('are you there').waitFor();
    await b.page.locator('summary').click();
    await b.page.getByRole('button', { name: 'lobby', exact: true }).waitFor({ timeout: 20_000 });
    const { body } = await bob.client.get('/chat/rooms/lobby');
    expect(body).toMatchObject({ unread: 0, mentions: 0 });

    // The end of the session ends the page's.
    await bob.client.post('/auth/logout-all');
    await b.page.waitForURL(/\/login/);
    await Promise.all([a.context.close(), b.context.close()]);
  }, 90_000);

  it('shows older messages, and rooms of two', async () => {
    for (let n = 1; n <= 70; n++) await ada.client.post('/chat/rooms/lobby/messages', { content: `old ${n}` });
    const a = await signIn(ada);
    await open(a.page, 'lobby');
    await a.page.getByText('old 70', { exact: true }).waitFor();
    expect(await a.page.locator('#messages .what').count()).toBe(50);
    await a.page.getByRole('button', { name: 'Show older ones' }).click();
    await a.page.getByText('old 1', { exact: true }).waitFor();
    const said = await saidIn(a.page);
    expect(said.slice(-70)).toEqual(Array.from({ length: 70 }, (_, n) => `old ${n + 1}`));
    expect(said[0]).toBe(NASTY);
    await a.page.getByLabel('Talk to somebody').fill('nobody0');
    await a.page.getByLabel('Talk to somebody').press('Enter');
    await a.page.getByText('There is no such user.').waitFor();
    await a.page.getByLabel('Talk to somebody').fill('bob');
    await a.page.getByLabel('Talk to somebody').press('Enter');
    await a.page.getByRole('heading', { name: 'Bob Stone' }).waitFor();
    await sayIn(a.page, 'just us');
    await a.page.locator('#messages li:not(.waiting) .what', { hasText: 'just us' }).waitFor();
    expect(a.troubles).toEqual([]);
    await a.context.close();
  }, 60_000);
});
