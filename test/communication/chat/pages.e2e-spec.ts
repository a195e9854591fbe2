import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { startApp, TestApp } from '../../support/app';
import { launchChromium, openPage } from '../../support/chromium';
import { PASSWORD, Person } from '../../support/make';
import { ChatClient } from './support';

const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000d49444154789c63f8cfc0f01f00050001ff89993d1d0000000049454e44ae426082', 'hex'),
]);
const NASTY = '<img src=x onerror="document.title=\'pwned\'"> \u202Eevil';
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

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
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/chat/);
    return { context, page, troubles };
  };
  const open = async (page: Page, room: string): Promise<void> => {
    const name = page.getByLabel('Open a room');
    if (!(await name.isVisible())) await page.locator('summary', { hasText: 'Rooms' }).click(); // on a phone
    await name.fill(room);
    await name.press('Enter');
    await page.getByText('Connected.').waitFor();
  };
  const sayIn = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('Message', { exact: true }).fill(text);
    await page.keyboard.press('Enter');
  };
  const heard = (page: Page, text: string): Locator =>
    page.locator('#messages li:not(.waiting)').filter({ has: page.locator('.what', { hasText: text }) });
  const saidIn = (page: Page): Promise<string[]> => page.locator('#messages .what').allInnerTexts();

  it('lets two people talk; who was offline comes back to exactly what they missed', async () => {
    const a = await signIn(ada);
    const b = await signIn(bob, { width: 360, height: 740 });
    for (const { page } of [a, b]) await page.getByText('Connected.').waitFor(); // in the room of the address
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

    // The end of the session ends the page's; signing in again goes on where it was, with what is being typed.
    await b.page.getByLabel('Message', { exact: true }).fill('half a sen');
    await bob.client.post('/auth/logout-all');
    await b.page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await b.page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(PASSWORD);
    await b.page.keyboard.press('Enter');
    await b.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await b.page.getByLabel('Message', { exact: true }).inputValue()).toBe('half a sen');
    await b.page.getByLabel('Message', { exact: true }).press('Enter');
    await heard(a.page, 'half a sen').waitFor();
    await Promise.all([a.context.close(), b.context.close()]);
  }, 180_000);

  it('shows older messages, and rooms of two', async () => {
    for (let n = 1; n <= 70; n++) await ada.client.post('/chat/rooms/lobby/messages', { content: `old ${n}` });
    const a = await signIn(ada);
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
  });

  it('edits, deletes and shares files, by the keyboard alone; the others see it as it happens', async () => {
    const cleo = await t.make.person({ fullName: 'Cleo Reed', username: 'cleo' });
    const [a, b] = [await signIn(ada), await signIn(cleo, { width: 360, height: 740 })];
    for (const { page } of [a, b]) {
      await page.getByText('Connected.').waitFor();
      await page.goto(`${t.url}/chat#workshop`);
      await page.getByRole('heading', { name: 'workshop' }).waitFor();
      await page.getByText('Connected.').waitFor();
    }
    const field = a.page.getByLabel('Message', { exact: true });
    for (const text of ['frist of all', 'to be kept', 'to be deleted']) await sayIn(a.page, text);
    await heard(b.page, 'to be deleted').waitFor();
    await heard(a.page, 'to be deleted').waitFor();
    expect(await b.page.getByRole('button', { name: /^(Edit|Delete):/ }).count()).toBe(0); // not what others said

    // Edited: by its button, and the newest by the upward arrow; Escape leaves it as it was.
    await a.page.getByRole('button', { name: 'Edit: frist of all' }).focus();
    await a.page.keyboard.press('Enter');
    await a.page.getByLabel('Edit your message').fill('first of all, @cleo');
    await a.page.keyboard.press('Enter');
    await heard(b.page, 'first of all').getByText('edited').waitFor();
    expect(await b.page.locator('#messages mark.me').allInnerTexts()).toEqual(['@cleo']);
    expect(await a.page.locator('#messages mark').allInnerTexts()).toEqual(['@cleo']);
    await heard(a.page, 'first of all').getByText('edited').waitFor();
    expect(await a.page.evaluate('document.activeElement.innerText')).toContain('first of all');
    await field.press('ArrowUp');
    await a.page.getByLabel('Edit your message').fill('nothing of this');
    await a.page.keyboard.press('Escape');
    expect(await saidIn(a.page)).toEqual(['first of all, @cleo', 'to be kept', 'to be deleted']);

    // Deleted: only when it is said twice.
    const remove = a.page.getByRole('button', { name: 'Delete: to be deleted' });
    await remove.focus();
    await a.page.keyboard.press('Enter');
    await a.page.getByRole('dialog', { name: 'Delete this message?' }).waitFor();
    await a.page.keyboard.press('Enter'); // “Keep it” has the focus
    await a.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await remove.evaluate((button) => button.ownerDocument.activeElement === button)).toBe(true);
    await a.page.keyboard.press('Enter');
    await a.page.getByRole('button', { name: 'Delete it' }).focus();
    await a.page.keyboard.press('Enter');
    for (const { page } of [a, b]) await heard(page, 'This message was deleted.').waitFor();
    expect(await saidIn(b.page)).toEqual(['first of all, @cleo', 'to be kept', 'This message was deleted.']);

    // A file: what the house refuses is told, and the text stays; what it takes all in the room may have.
    await a.page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'tool.png',
      mimeType: 'image/png',
      buffer: Buffer.from('MZ, no picture'),
    });
    await sayIn(a.page, 'look at this');
    await a.page.locator('#status[data-kind=error]').waitFor();
    expect(await field.inputValue()).toBe('look at this');
    await a.page.getByRole('button', { name: 'Leave it out' }).press('Enter');
    expect(await a.page.locator('#chosen').isVisible()).toBe(false);
    await a.page.getByRole('button', { name: 'Add a file' }).waitFor();
    await a.page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: PNG });
    await a.page.getByText('dot.png').waitFor();
    await field.press('Enter');
    const link = b.page.getByRole('link', { name: 'dot.png' });
    const [download] = await Promise.all([b.page.waitForEvent('download'), link.press('Enter')]);
    expect(download.suggestedFilename()).toBe('dot.png');
    expect((await readFile(await download.path())).equals(PNG)).toBe(true);
    expect(await heard(b.page, 'look at this').locator('img').count()).toBe(0);
    await heard(a.page, 'look at this').waitFor();
    expect([await field.inputValue(), await a.page.locator('#chosen').isVisible()]).toEqual(['', false]);
    const href = (await link.getAttribute('href')) as string;
    const own = (await ada.client.get('/storage/files?folder=chat')).body.items;
    expect(own).toMatchObject([{ original_filename: 'dot.png' }]);
    expect((await cleo.client.get(`/storage/download/${own[0].id}`)).status).toBe(404); // by the room alone
    await sayIn(a.page, 'after it');
    await a.page.getByRole('button', { name: 'Delete: look at this' }).click();
    await a.page.getByRole('button', { name: 'Delete it' }).click();
    await link.waitFor({ state: 'detached' });
    expect((await cleo.client.get(href.replace('/api/v1', ''))).status).toBe(404);

    // Who was away sees what was changed meanwhile.
    await b.context.setOffline(true);
    await b.page.getByText('Connection lost').waitFor();
    await a.page.getByRole('button', { name: 'Edit: to be kept' }).click();
    await a.page.getByLabel('Edit your message').fill('kept, and better');
    await a.page.getByRole('button', { name: 'Save' }).click();
    await a.page.getByRole('button', { name: 'Delete: first of all, @cleo' }).click();
    await a.page.getByRole('button', { name: 'Delete it' }).click();
    await heard(a.page, 'This message was deleted.').nth(2).waitFor();
    await b.context.setOffline(false);
    await heard(b.page, 'kept, and better').waitFor();
    await heard(b.page, 'This message was deleted.').nth(2).waitFor();
    expect(await saidIn(b.page)).toEqual(await saidIn(a.page));
    // Who has a say in the room may delete what others have said; nobody else, and nobody edits it.
    await sayIn(b.page, 'rude');
    await a.page.getByRole('button', { name: 'Delete: rude' }).click();
    await a.page.getByRole('button', { name: 'Delete it' }).click();
    await heard(b.page, 'rude').waitFor({ state: 'detached' });
    expect(await a.page.getByRole('button', { name: /^Edit: rude/ }).count()).toBe(0);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await b.page.evaluate(overflow)).toBe(0);
    expect([a.troubles, b.troubles]).toEqual([[], []]);
    await Promise.all([a.context.close(), b.context.close()]);
  }, 120_000);

  it('keeps heaps of marks, other directions and HTML within what they belong to, in names too', async () => {
    const heap = (count: number) => '\u0301'.repeat(count / 2) + '\u0323'.repeat(count / 2); // above and below
    const fullName = `Zoe${heap(160)}\u202E<i>`;
    const zoe = await t.make.person({ fullName, username: 'zoe' });
    const named = await zoe.client.patch('/users/me', { full_name: `Z${heap(10_000)}` });
    expect([named.status, named.body.code]).toEqual([422, 'validation']);
    const say = (person: Person, content: string) => person.client.post('/chat/rooms/heaps/messages', { content });
    await ada.client.post('/chat/rooms', { kind: 'public', name: 'heaps' });
    const longest = `Z${heap(2046)}`; // 4093 bytes
    expect((await say(zoe, `Z${heap(10_000)}`)).body.code).toBe('message_too_long');
    await say(ada, 'above');
    expect((await say(zoe, longest)).status).toBe(201);
    await say(ada, 'below');
    await say(zoe, NASTY);
    const { context, page, troubles } = await signIn(ada);
    await page.goto(`${t.url}/chat#heaps`);
    await heard(page, 'below').waitFor();
    const there = await ChatClient.open(t.url, 'heaps', zoe.accessToken);
    await page.locator('#messages .system').filter({ hasText: 'Zoe' }).waitFor();
    await page.locator('#here').filter({ hasText: 'Zoe' }).waitFor();
    await sayIn(page, 'the last');
    await heard(page, 'the last').waitFor();

    expect(await saidIn(page)).toEqual(['above', longest, 'below', NASTY, 'the last']);
    expect(await page.locator('#messages :is(img, i), #here i').count()).toBe(0);
    expect(await page.title()).not.toContain('pwned');
    for (const place of ['#messages bdi.who', '#messages .system bdi', '#here bdi']) {
      const bdi = page.locator(place).filter({ hasText: 'Zoe' }).first();
      expect(await bdi.textContent()).toBe(fullName);
    }
    // What belongs to others looks the same whether the heaps are there or not.
    const others = ['above', 'below', 'the last'].flatMap((text) =>
      ['.who', '.what'].map((part) => heard(page, text).locator(part)),
    );
    const pictures = async () =>
      (await Promise.all([...others, page.locator('.link')].map((one) => one.screenshot()))).map((png) => sha256(png));
    const style = (css: string) =>
      page
        .locator('#messages li, #here bdi')
        .filter({ hasText: 'Z' })
        .evaluateAll((items: any[], given) => items.forEach((item) => (item.style.cssText = given)), css);
    const shown = await pictures();
    await style('visibility: hidden');
    expect(await pictures()).toEqual(shown);
    await style('');
    await page.locator('#messages :is(.what, .who, .system)').evaluateAll((all: any[]) => {
      for (const one of all) one.style.overflow = 'visible';
    });
    expect(await pictures()).not.toEqual(shown); // so it is the page that holds them
    expect(troubles).toEqual([]);
    await there.close();
    await context.close();
  });
});
