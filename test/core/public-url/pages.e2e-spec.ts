import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { classOf, teacher } from '../../school/support';
import { startApp, TestApp } from '../../support/app';
import { launchChromium, openPage } from '../../support/chromium';
import { PASSWORD, Person } from '../../support/make';
import { startProvider, TestProvider } from '../../support/oidc';
import { PathProxy } from '../../support/path-proxy';

/** Every page, at the depth at which it is served. */
const PAGES = [
  ...['/', '/login', '/register', '/forgot', '/reset', '/verify', '/mfa', '/mfa/setup', '/account', '/school/verify'],
  ...['/school/verify/AAAA-BBBB', '/tasks', '/logs', '/gateway', '/chat', '/docs', '/graphql'],
];

/** Swagger UI draws every operation, which takes a busy machine its time. */
const PATIENCE_MS = 200_000;
jest.setTimeout(2 * PATIENCE_MS);

describe('the pages of an installation below a path of its host', () => {
  let proxy: PathProxy;
  let provider: TestProvider;
  let t: TestApp;
  let browser: Browser;
  let admin: Person;
  const logs = mkdtempSync(join(tmpdir(), 'atrium-logs-'));
  /** What any page has asked for outside of the path, and what its content policy refused. */
  const troubles: string[] = [];

  beforeAll(async () => {
    writeFileSync(join(logs, 'bank-1.log'), '2026-11-25T10:00:03Z WARN the bank is slow\n');
    proxy = await PathProxy.open('/atrium');
    provider = await startProvider(`${proxy.url}/api/v1/auth/oauth/school/callback`);
    t = await startApp({
      PUBLIC_URL: `${proxy.url}/`,
      OIDC_PROVIDERS: JSON.stringify([provider.settings('school')]),
      LOGS_SOURCE: 'directory',
      LOGS_DIRECTORY: logs,
    });
    proxy.before(t.url);
    admin = await t.make.admin();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await t?.stop();
    await provider?.stop();
    await proxy?.close();
    rmSync(logs, { recursive: true, force: true });
  });
  afterEach(() => {
    expect(proxy.strays.splice(0)).toEqual([]);
    expect(troubles.splice(0)).toEqual([]);
  });

  async function open(context: BrowserContext, path: string): Promise<Page> {
    const { page, troubles: own } = await openPage(context);
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('request', (request) => {
      const known = [proxy.url, provider.issuer, 'data:', 'blob:'];
      const byProvider = request.frame().url().startsWith(provider.issuer);
      if (!byProvider && !known.some((one) => request.url().startsWith(one))) troubles.push(request.url());
    });
    page.on('close', () => troubles.push(...own));
    await page.goto(proxy.url + path);
    return page;
  }

  async function signIn(page: Page, { user }: Person): Promise<void> {
    await page.getByLabel('E-mail address or username').fill(user.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
  }

  /** A browser in which an admin is signed in. */
  async function signedIn(): Promise<BrowserContext> {
    const context = await browser.newContext();
    const page = await open(context, '/login');
    await signIn(page, admin);
    await page.waitForURL(`${proxy.url}/account`);
    await page.close();
    return context;
  }

  it('load what they name, and lead to what is there', async () => {
    const context = await signedIn();
    const host = new URL(proxy.url).origin;
    const seen = new Set<string>();
    for (const path of PAGES) {
      const page = await open(context, path);
      await page.waitForLoadState('load');
      const named: string[] = await page.evaluate(
        `[...document.querySelectorAll('[href], [src]')].filter((one) => one.tagName !== 'BASE').map((one) => one.href || one.src)`,
      );
      for (const address of named.filter((one) => one.startsWith(host))) seen.add(address);
      await page.close();
    }
    expect(seen.size).toBeGreaterThan(30);
    expect([...seen].filter((one) => !one.startsWith(`${proxy.url}/`))).toEqual([]);
    for (const address of [...seen].filter((one) => !one.includes('/auth/oauth/'))) {
      const answer = await context.request.get(address, { headers: { accept: 'text/html' } });
      expect(`${answer.status()} ${address}`).toBe(`200 ${address}`);
    }
    await context.close();
  });

  it('show a first call that can be pasted', async () => {
    const context = await browser.newContext();
    const page = await open(context, '/');
    const [, address] = /^curl -s '(.+)'$/.exec(await page.locator('pre').innerText()) ?? [];
    expect(address).toBe(`${proxy.url}/api/v1/products?limit=3`);
    expect((await context.request.get(address)).status()).toBe(200);
    await page.close();
    await context.close();
  });

  it('lead to signing in and back, and talk over a socket', async () => {
    const context = await browser.newContext();
    const page = await open(context, '/chat#lobby');
    await page.waitForURL(`${proxy.url}/login?next=%2Fchat%23lobby`);
    await signIn(page, admin);
    await page.waitForURL(`${proxy.url}/chat#lobby`);
    await page.getByText('Connected.').waitFor();
    await page.getByLabel('Message', { exact: true }).fill('Good morning');
    await page.keyboard.press('Enter');
    await page.locator('#messages li:not(.waiting) .what', { hasText: 'Good morning' }).waitFor();
    await page.goto(`${proxy.url}/account`);
    await page.getByRole('link', { name: 'Set it up' }).click();
    await page.waitForURL(`${proxy.url}/mfa/setup`);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL(`${proxy.url}/login`);
    await page.close();
    await context.close();
  });

  it('lead through a provider and back', async () => {
    const context = await browser.newContext();
    const page = await open(context, '/login?next=%2Ftasks');
    await page.getByRole('link', { name: 'Sign in with school' }).click();
    await page.locator('[name=login]').fill('paula');
    await page.locator('[name=password]').fill('any');
    await page.locator('[type=submit]').click();
    await page.locator('[type=submit]').click(); // consent
    await page.waitForURL(`${proxy.url}/tasks`);
    await page.getByText('There are none yet.').waitFor();
    await page.close();
    await context.close();
  });

  it('watch a task and fetch its file, follow a log, verify a paper', async () => {
    const ms = await teacher(t);
    const { own, input } = await classOf(t, ms);
    await ms.client.post('/grades', input());
    const { body: paper } = await own.client.post('/school/transcripts', { student_id: own.user.id });
    expect(paper.url).toBe(`${proxy.url}/school/verify/${paper.code}`);
    const context = await signedIn();

    const tasks = await open(context, '/tasks');
    await tasks.getByRole('button', { name: 'Make it' }).click();
    const done = tasks.locator('#tasks li[data-status=completed]');
    await done.waitFor();
    const file = await done.getByRole('link').evaluate((one) => (one as unknown as { href: string }).href);
    expect((await context.request.get(file)).status()).toBe(200);
    await tasks.close();

    const lines = await open(context, '/logs');
    await lines.locator('#lines li', { hasText: 'the bank is slow' }).waitFor();
    await lines.reload();
    await lines.locator('#lines li', { hasText: 'the bank is slow' }).waitFor();
    expect(lines.url()).toBe(`${proxy.url}/logs?pod=bank-1`);
    await lines.close();

    const proof = await open(context, `/school/verify/${paper.code}`);
    await proof.getByRole('heading', { name: 'Valid', exact: true }).waitFor();
    expect(proof.url()).toBe(paper.url);
    await proof.close();
    await context.close();
  });

  it('try the API in Swagger UI and GraphiQL', async () => {
    const context = await signedIn();
    const docs = await open(context, '/docs#/catalog/categories_list');
    await docs.getByRole('button', { name: 'Try it out' }).click();
    const [answer] = await Promise.all([
      docs.waitForResponse((one) => one.url().startsWith(`${proxy.url}/api/v1/categories`)),
      docs.getByRole('button', { name: 'Execute' }).click(),
    ]);
    expect(answer.status()).toBe(200);
    await docs.close();

    const graphiql = await open(context, '/graphql');
    const [data] = await Promise.all([
      graphiql.waitForResponse((one) => one.url() === `${proxy.url}/graphql` && one.request().method() === 'POST'),
      graphiql.getByRole('button', { name: /^Execute query/ }).click(),
    ]);
    expect(data.status()).toBe(200);
    await graphiql.close();
    await context.close();
  });
});
