import type { Browser } from 'playwright-core';
import { Order } from '../../src/modules/commerce/orders/entities/order.entity';
import { stockOf, violations } from '../commerce/orders/support';
import { TestApp, workerApp } from '../support/app';
import { launchChromium } from '../support/chromium';
import { expectSound, HOSTILE, pageOf } from './support';

describe('the screens of the shop', () => {
  let t: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    t = await workerApp();
    browser = await launchChromium();
  });
  beforeEach(() => t.reset());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(await violations(t)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await t.stop();
  });

  const orders = () => t.db.repo(Order).count();

  it('let somebody find a product by a slip of the pen, buy it once by two clicks, and cancel', async () => {
    const { id } = await t.make.product({ name: `Acrylic white ${HOSTILE}`, stock: 5 });
    await t.make.product({ name: 'Ruler' });
    const buyer = await t.make.person();
    const { page, troubles } = await pageOf(t, browser, buyer, '/shop');
    await page.getByRole('article').nth(1).waitFor();
    await expectSound(page, 'browse');

    await page.getByLabel('Search the shop').fill('acrilic');
    await page.getByRole('article', { name: 'Ruler' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Put “Acrylic white/ }).click();
    await page.getByRole('link', { name: 'Cart, 1 piece' }).click();
    await page.getByLabel(/^Pieces of Acrylic/).fill('2');
    await page.getByLabel('Where it goes').fill('12 Rue de la Paix');
    await page.reload();
    const buy = page.getByRole('button', { name: 'Buy for $19.98' });
    await buy.waitFor();
    await expectSound(page, 'cart');
    expect(await orders()).toBe(0);

    await buy.dblclick();
    await page.getByText('your order is placed').waitFor();
    await expectSound(page, 'order');
    expect([await orders(), await stockOf(t, id)]).toEqual([1, 3]);

    await page.goBack();
    await page.getByLabel('Search the shop').waitFor();
    await page.goForward();
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByRole('list', { name: 'History' }).getByText('Cancelled').waitFor();
    expect(await stockOf(t, id)).toBe(5);
    await page.goto(`${t.url}/orders`);
    await page.getByRole('cell', { name: 'Cancelled' }).waitFor();
    await expectSound(page, 'my orders');
    expect(troubles).toEqual([]);
  });

  it('say what is left where somebody else was faster', async () => {
    const { id } = await t.make.product({ name: 'Easel', stock: 3 });
    const [buyer, other] = [await t.make.person(), await t.make.person()];
    const { page } = await pageOf(t, browser, buyer, `/shop/products/${id}`);
    await page.getByLabel('How many').fill('3');
    await page.getByRole('button', { name: 'Put into the cart' }).click();
    await page.getByRole('link', { name: '3 in the cart' }).click();
    await page.getByLabel('Where it goes').fill('Here');
    const buy = page.getByRole('button', { name: /^Buy for/ });
    await buy.waitFor();
    await other.client.post('/orders', { items: [{ product_id: id, quantity: 2 }], shipping_address: 'There' });
    await buy.click();
    await page.getByText('Only 1 left').waitFor();
    expect(await orders()).toBe(1);
    await page.getByLabel('Pieces of Easel').fill('1');
    await page.getByRole('button', { name: 'Buy for $9.99' }).click();
    await page.getByText('your order is placed').waitFor();
    expect(await stockOf(t, id)).toBe(0);
  });

  it('let the office change a price in its place, count the stock and move orders on', async () => {
    const product = await t.make.product({ name: 'Canvas', stock: 4 });
    const [admin, buyer] = [await t.make.admin(), await t.make.person()];
    await buyer.client.post('/orders', { items: [{ product_id: product.id, quantity: 1 }], shipping_address: 'Here' });
    const { page, troubles } = await pageOf(t, browser, admin, '/shop-office/products');
    await page.getByRole('button', { name: 'Change: Price of Canvas' }).click();
    const price = page.getByRole('textbox', { name: 'Price of Canvas' });
    await price.fill('12.50');
    await admin.client.patch(`/products/${product.id}`, { price: '11.00' });
    await price.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Somebody else has changed this meanwhile' });
    expect(await dialog.getByRole('row', { name: 'Price' }).innerText()).toMatch(/12\.50\s+\$11\.00/);
    await dialog.getByRole('button', { name: 'Store mine' }).click();
    await page.getByRole('button', { name: 'Change: Price of Canvas' }).getByText('$12.50').waitFor();
    await expectSound(page, 'products');

    await page.getByRole('button', { name: 'Stock of Canvas: 3' }).click();
    await page.getByLabel('Counted', { exact: true }).fill('9');
    await page.getByRole('button', { name: 'Set the stock' }).click();
    await page.getByRole('cell', { name: '+6' }).waitFor();
    expect(await stockOf(t, product.id)).toBe(9);

    await page.goto(`${t.url}/shop-office/orders`);
    await page.getByRole('button', { name: /on: Being packed$/ }).click();
    await page.getByRole('region', { name: 'Being packed' }).getByRole('article').waitFor();
    await expectSound(page, 'board');
    await page.goto(`${t.url}/shop-office/sales`);
    await page.getByRole('table', { name: 'What was bought most' }).waitFor();
    await expectSound(page, 'sales');
    await page.getByRole('button', { name: 'As PDF' }).click();
    const link = page.getByRole('link', { name: 'Download Report of what sells' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    expect(troubles).toEqual([]);
  });

  it('take products over from a file, with what is wrong by line', async () => {
    const { id: categoryId } = await t.make.category({ name: 'Paper' });
    const known = await t.make.product({ sku: 'P-1', name: 'Old name', categoryId });
    const { page } = await pageOf(t, browser, await t.make.admin(), '/shop-office/products/import');
    const text =
      'sku;name;price;category;stock\nP-1;New name;9,99;Paper;7\nP-2;Sketch pad;4.50;Paper;3\nP-3;No price;x;Wood;1\n';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Check, change nothing' }).click();
    await page.getByText('1 are made, 1 changed, 0 stay as they are.').waitFor();
    const rows = await page
      .getByRole('table', { name: 'What is wrong with the file' })
      .locator('tbody tr')
      .allInnerTexts();
    expect(rows.map((one) => one.replace(/\s+/g, ' '))).toEqual([
      '4 Price is not a price',
      '4 Category is not a category',
    ]);
    await page.getByRole('button', { name: 'Take 2 rows over' }).click();
    await page.getByText('All of it is in the shop.').waitFor();
    const found = (await t.client.get('/products?sort=name')).body.items;
    expect(found.map(({ sku, name, stock }: Record<string, unknown>) => [sku, name, stock])).toEqual([
      ['P-1', 'New name', 7],
      ['P-2', 'Sketch pad', 3],
    ]);
    expect(await stockOf(t, known.id)).toBe(7);
    await expectSound(page, 'products from a file');
  });
});
