import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startApp, TestApp } from '../support/app';
import { launchChromium } from '../support/chromium';
import { JPEG, PDF, png, sha256 } from '../content/files/support';
import { until } from '../support/until';
import { expectSound, pageOf } from './support';

const HOSTILE = '<img src=x onerror="document.title=\'pwned\'"> \u202Egnp.png';
const LARGE_BYTES = 200_000_000;

describe('the screens of files', () => {
  let t: TestApp;
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'atrium-uploads-'));

  beforeAll(async () => {
    t = await startApp({ MAX_FILE_SIZE: String(LARGE_BYTES) });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('upload 200 MB over a connection that is cut, and rest in between', async () => {
    const ada = await t.make.person();
    const { page, context, troubles } = await pageOf(t, browser, ada, '/files');
    await page.getByText('Nothing lies here yet').waitFor();
    const bytes = png(LARGE_BYTES);
    const path = join(folder, 'large.png');
    writeFileSync(path, bytes);
    const bar = page.getByRole('progressbar', { name: 'Progress of large.png' });
    const sent = async (): Promise<number> => Number(await bar.getAttribute('aria-valuenow'));
    const row = page.locator('li[data-state]').filter({ hasText: 'large.png' });

    const writes: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') writes.push(request.headers()['upload-offset']);
    });
    await page.locator('input[type=file]').setInputFiles(path);
    await until(async () => (await sent()) >= 5);
    await context.setOffline(true);
    await page.locator('li[data-state=cut]').waitFor();
    const atCut = await sent();
    expect(atCut).toBeLessThan(100);
    await context.setOffline(false);
    await until(async () => (await sent()) > atCut);
    await page.getByRole('button', { name: 'Pause large.png' }).click();
    await row.getByText(/^paused/).waitFor();
    await page.getByRole('button', { name: 'Go on with large.png' }).click();
    await page.locator('li[data-state=done]').waitFor({ timeout: 90_000 });
    await page.getByRole('link', { name: 'large.png' }).waitFor();
    const [{ checksum, size }] = (await ada.client.get('/storage/files')).body.items;
    expect([checksum, size]).toEqual([sha256(bytes), LARGE_BYTES]);
    expect(writes.filter((offset) => offset === '0')).toHaveLength(1); // it never began anew
    await page.getByText(/200 MB of 1\.1 GB taken/).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  }, 180_000);

  it('keep files in folders: made, renamed, moved, thrown away and brought back', async () => {
    const bob = await t.make.person();
    const { page, context, troubles } = await pageOf(t, browser, bob, '/files');
    const name = async (text: string, button: string): Promise<void> => {
      await page.getByRole('dialog').getByLabel('Name').fill(text);
      await page.getByRole('dialog').getByRole('button', { name: button }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    const menu = async (of: string, deed: string): Promise<void> => {
      await page.getByRole('button', { name: `What can be done with ${of}` }).click();
      await page.getByRole('menuitem', { name: deed, exact: true }).click();
    };
    const list = page.getByRole('list', { name: 'Folders and files' });
    for (const one of ['Invoices', 'Letters']) {
      await page.getByRole('button', { name: 'New folder' }).click();
      await name(one, 'Make it');
      await list.getByRole('link', { name: one }).waitFor();
    }
    await page.getByRole('button', { name: 'New folder' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Letters');
    await page.getByRole('dialog').getByRole('button', { name: 'Make it' }).click();
    await page.getByRole('alert').getByText('There is a folder of this name already').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

    await menu('Letters', 'Rename');
    await name('Post', 'Rename');
    await menu('Post', 'Move');
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'Invoices' });
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await list.getByRole('link', { name: 'Post' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'What lies in Invoices' }).click();
    await page.getByRole('navigation', { name: 'Folders' }).getByRole('link', { name: 'Post' }).click();
    await page.getByRole('heading', { name: 'Post' }).waitFor();

    await page.locator('input[type=file]').setInputFiles([
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: JPEG },
      { name: 'b.pdf', mimeType: 'application/pdf', buffer: PDF },
      { name: 'c.png', mimeType: 'image/png', buffer: Buffer.from('MZ, no picture') },
    ]);
    for (const one of ['a.jpg', 'b.pdf']) await list.getByRole('link', { name: one }).waitFor();
    await page.locator('li[data-state=failed]').filter({ hasText: 'c.png' }).waitFor();
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await menu('a.jpg', 'Into the trash');
    await list.getByRole('link', { name: 'a.jpg' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await list.getByRole('link', { name: 'a.jpg' }).waitFor();

    await list.getByRole('link', { name: 'b.pdf' }).click();
    await page.getByRole('heading', { name: 'b.pdf' }).waitFor();
    await page.getByRole('button', { name: 'What can be done with b.pdf' }).click();
    await page.getByRole('menuitem', { name: 'Link to download' }).click();
    await page.getByLabel('Downloads at most').fill('1');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByLabel('Link', { exact: true }).innerText();
    const download = link.replace(/^https?:\/\/[^/]+/, t.url); // PUBLIC_URL is another address
    expect((await fetch(download)).status).toBe(200);
    expect((await fetch(download)).status).toBe(404);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('show what others share, and nothing that is planted in a name does anything', async () => {
    const [cleo, dora] = [await t.make.person({ fullName: 'Cleo <i>Reed' }), await t.make.person()];
    const { body: shared } = await cleo.client.post('/folders', { name: 'Ours' });
    const form = new FormData();
    form.append('folder_id', shared.id);
    form.append('file', new Blob([new Uint8Array(png())]), HOSTILE);
    const { authorization } = cleo.client.given;
    const upload = await fetch(`${t.url}/api/v1/storage/upload`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    });
    expect(upload.status).toBe(201);
    const { id, original_filename: kept } = (await upload.json()) as { id: string; original_filename: string };
    const { page, context, troubles } = await pageOf(t, browser, dora, '/files/shared');
    await page.getByText('Nobody shares anything with you yet').waitFor();
    await cleo.client.post('/shares', {
      resource_type: 'folder',
      resource_id: shared.id,
      principal: { type: 'user', id: dora.user.id },
      permission: 'comment',
    });
    await page.reload();
    await page.getByRole('link', { name: 'Ours' }).click();
    await page.getByRole('list', { name: 'Folders and files' }).getByRole('link').click();
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: kept.slice(0, 8) })
      .waitFor();
    expect(await page.title()).not.toBe('pwned');
    expect(await page.getByRole('button', { name: 'Upload' }).count()).toBe(0); // a comment is all she may make
    await page.getByRole('button', { name: /^What can be done/ }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Download']);
    await page.keyboard.press('Escape');
    await page.locator(`img[src*="${id}"]`).evaluate((picture: any) => picture.decode());
    await expectSound(page, 'a shared file');
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('are sound on a phone and a desk, by day and by night', async () => {
    const eve = await t.make.person();
    await eve.client.post('/folders', { name: 'A folder of a name that is quite long for a phone' });
    const { page, context } = await pageOf(t, browser, eve, '/files');
    await page.locator('input[type=file]').setInputFiles([
      {
        name: 'a-name-without-a-blank-that-is-longer-than-a-phone-is-wide.png',
        mimeType: 'image/png',
        buffer: png(),
      },
    ]);
    await page.locator('li[data-state=done]').waitFor();
    await page.getByRole('link', { name: /^a-name/ }).waitFor();
    await expectSound(page, 'files');
    await context.close();
  });
});
