import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { TestApp, workerApp } from '../../support/app';
import { launchChromium, openPage } from '../../support/chromium';
import { mailTo, tokenOf } from '../../support/mails';
import { PASSWORD } from '../../support/make';
import { Phone } from '../mfa/support';
import { within } from '../../support/within';

/** What a camera sees: the secret in the QR code of the page's picture. */
async function scan(page: Page): Promise<string> {
  const { data, width, height } = PNG.sync.read(await page.screenshot());
  const found = jsQR(new Uint8ClampedArray(data), width, height);
  const secret = new URL(found?.data ?? 'about:blank').searchParams.get('secret');
  if (!secret) throw new Error('No QR code of a secret is to be seen');
  return secret;
}

/** One test opens some twenty screens, which takes a busy machine its time. */
jest.setTimeout(400_000);

describe('the pages of an account', () => {
  let t: TestApp;
  let browser: Browser;
  let phone: Phone;
  const troubles: string[][] = [];

  beforeAll(async () => {
    t = await workerApp();
    phone = new Phone([t]);
    browser = await launchChromium();
  });
  beforeEach(() => phone.start());
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await browser?.close();
    await t.stop();
  });

  /** Another person's, or another device's, browser. */
  const visit = async (path: string): Promise<Page> => {
    const { page, troubles: own } = await openPage(await browser.newContext());
    troubles.push(own);
    await page.goto(t.url + path);
    return page;
  };
  const alert = (page: Page): Promise<string> => page.getByRole('alert').filter({ hasText: /./ }).first().innerText();
  const signIn = async (page: Page, email: string): Promise<void> => {
    await page.getByLabel('E-mail address or username').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  it('are in Spanish for whose browser or account says so, the account first', async () => {
    const context = await browser.newContext({ locale: 'es-MX', timezoneId: 'Europe/Madrid' });
    const { page, troubles: own } = await openPage(context);
    troubles.push(own);
    await page.goto(`${t.url}/login`);
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
    await page.getByLabel('Dirección de correo o nombre de usuario').fill('nobody@example.com');
    await page.getByLabel('Contraseña').fill('Wrong-Day-42');
    await page.getByRole('button', { name: 'Iniciar sesión' }).click();
    expect(await alert(page)).toBe('Ninguna cuenta tiene este nombre y esta contraseña.');

    await page.goto(`${t.url}/register`);
    await page.getByLabel('Nombre', { exact: true }).fill('Ana Página');
    await page.getByLabel('Dirección de correo').fill('ana-page@example.com');
    await page.getByLabel('Contraseña').fill('sunny');
    await page.getByRole('button', { name: 'Crear la cuenta' }).click();
    await page.getByText('al menos 8 caracteres').waitFor();
    await page.getByLabel('Contraseña').fill('sunnyday');
    await page.getByRole('button', { name: 'Crear la cuenta' }).click();
    await page.getByText('también necesita una mayúscula, una cifra, un carácter especial').waitFor();
    await page.getByLabel('Contraseña').fill(PASSWORD);
    await page.getByRole('button', { name: 'Crear la cuenta' }).click();
    await page.waitForURL(/\/account/);
    await page.getByText('Chrome en Linux (aquí)').waitFor();
    expect(await page.getByLabel('Idioma', { exact: true }).inputValue()).toBe('es');
    expect(await page.getByLabel('Zona horaria').inputValue()).toBe('Europe/Madrid');

    // The account says another language than the browser: it counts.
    await page.getByLabel('Zona horaria').fill('Mars/Base');
    await page.getByRole('button', { name: 'Guardarlos' }).click();
    await page.getByText('debe ser una zona horaria').waitFor();
    await page.getByLabel('Zona horaria').fill('America/Bogota');
    await page.getByLabel('Idioma', { exact: true }).selectOption('en');
    await page.getByRole('button', { name: 'Guardarlos' }).click();
    await page.getByRole('heading', { name: 'Language and time' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByLabel('Time zone').inputValue()).toBe('America/Bogota');
  });

  it('lead from registering to a second factor, through login, replay and a recovery code', async () => {
    const email = 'pages@example.com';
    const page = await visit('/account');
    await page.waitForURL(/\/login/); // nobody is signed in yet
    await page.getByRole('link', { name: 'Make an account' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Pia Page');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Make the account' }).click();
    expect(await alert(page)).toContain('look at the fields');
    expect(await page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/account/);
    await page.getByRole('heading', { name: 'Pia Page' }).waitFor();

    await page.getByRole('link', { name: 'Set it up' }).click();
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByRole('img', { name: 'QR code' }).waitFor();
    const secret = await scan(page);
    await page.getByLabel('Code').fill(phone.wrong(secret));
    await page.getByRole('button', { name: 'Switch it on' }).click();
    expect(await alert(page)).toMatch(/code/i);
    await page.getByLabel('Code').fill(phone.code(secret));
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await page.getByRole('heading', { name: 'recovery codes' }).waitFor();
    const recoveryCodes = await page.locator('#code-list li').allInnerTexts();
    expect(recoveryCodes).toHaveLength(10);
    await page.getByRole('link', { name: 'I have kept them' }).click();
    await page.getByText('On: signing in asks').waitFor();

    await page.getByRole('button', { name: 'Sign out here' }).click();
    await page.waitForURL(/\/login/);
    phone.tick();
    await signIn(page, email);
    await page.waitForURL(/\/mfa/);
    const code = phone.code(secret);
    await page.getByLabel('Code').fill(code);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/account/);

    const other = await visit('/login');
    await signIn(other, email);
    await other.waitForURL(/\/mfa/);
    await other.getByLabel('Code').fill(code);
    await other.getByRole('button', { name: 'Go on' }).click();
    expect(await alert(other)).toMatch(/code/i); // it has been used
    await other.goto(`${t.url}/account`);
    await other.waitForURL(/\/mfa/); // half signed in is not signed in
    await other.getByLabel('Code').fill(recoveryCodes[0]);
    await other.getByRole('button', { name: 'Go on' }).click();
    await other.waitForURL(/\/account/);
    await other.getByRole('heading', { name: 'Pia Page' }).waitFor();

    await page.reload();
    await page
      .getByRole('button', { name: /^End the session/ })
      .first()
      .click();
    await page.getByText('That session has ended.').waitFor();
    await other.reload();
    await other.waitForURL(/\/login/);
    await page.reload();
    await page.getByRole('heading', { name: 'Pia Page' }).waitFor();
  });

  it('give a new password by the mailed link, once', async () => {
    const { user } = await t.make.person();
    const page = await visit('/login');
    await page.getByRole('link', { name: 'Forgot' }).click();
    await page.getByLabel('E-mail address').fill(user.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('status').filter({ hasText: 'on its way' }).waitFor();
    const token = tokenOf(await mailTo(t, user.email, /password/i));
    await page.goto(`${t.url}/reset?token=${token}`);
    expect(page.url()).not.toContain(token);
    await page.getByLabel('New password').fill('Winter-Path-77');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('Your new password is kept').waitFor();
    await page.goto(`${t.url}/reset?token=${token}`);
    await page.getByLabel('New password').fill('Winter-Path-78');
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(await alert(page)).toContain('link');
  });

  it('say what is wrong at signing in, and go on only to pages of their own', async () => {
    const { user } = await t.make.person();
    const page = await visit(`/login?next=${encodeURIComponent('/.//evil.example/x')}`);
    await page.getByLabel('E-mail address or username').fill(user.email);
    await page.getByLabel('Password').fill('Wrong-Word-11');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await alert(page)).toContain('No account has this name');
    await signIn(page, user.email);
    await page.waitForURL(`${t.url}/account`);
  });

  it('ask who it is once more before something sensitive, when the last proof is old', async () => {
    const { user } = await t.make.person();
    const page = await visit('/login');
    await signIn(page, user.email);
    await page.waitForURL(/\/account/);
    await page.getByText('(here)').waitFor();
    const change = async (password: string): Promise<void> => {
      await t.db.query('UPDATE sessions SET fresh_until = now(), changed_at = now() WHERE user_id = $1', [user.id]);
      await within(
        2000,
        () =>
          t.db.query("SELECT 1 FROM sessions WHERE user_id = $1 AND changed_at < now() - interval '600 ms'", [user.id]),
        (rows) => rows.length > 0,
      );
      await page.getByLabel('Present password').fill(PASSWORD);
      await page.getByLabel('New password').fill(password);
      await page.getByRole('button', { name: 'Change it' }).first().click();
      await page.getByRole('dialog', { name: 'Is it still you?' }).waitFor();
    };
    const dialog = page.getByRole('dialog');
    await change('Winter-Path-79');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await alert(page)).toBe('Nothing was changed.');
    await change('Winter-Path-79');
    await dialog.getByLabel('Password').fill('Wrong-Word-11');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'another one' }).waitFor();
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('Your password is changed').waitFor();
    const login = { email: user.email, password: 'Winter-Path-79' };
    expect((await t.client.post('/auth/login', login)).status).toBe(200);
  });

  it('keep the cookie out of reach of scripts', async () => {
    const { user } = await t.make.person();
    const page = await visit('/login');
    await signIn(page, user.email);
    await page.waitForURL(/\/account/);
    expect(await page.evaluate('document.cookie')).toMatch(/^atrium_csrf=[\w-]+$/);
    const held = (await page.context().cookies()).find(({ name }) => name === 'atrium');
    expect(held).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(await page.evaluate('Object.keys({ ...localStorage, ...sessionStorage })')).toEqual([]);
  });

  it('run no script but their own', async () => {
    const { headers } = await t.client.get('//login');
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]+';/,
    );
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(troubles.flat()).toEqual([]);
  });
});
