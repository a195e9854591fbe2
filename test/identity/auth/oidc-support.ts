import { startApp, TestApp } from '../../support/app';
import { Browser } from '../../support/browser-cookies';
import type { Answer } from '../../support/client';
import { ProviderVisit, startProvider, TestProvider } from '../../support/oidc';

export const PUBLIC_URL = 'http://localhost:8000';
export const REDIRECT_URI = `${PUBLIC_URL}/api/v1/auth/oauth/school/callback`;

/** What a provider gave the browser to bring back. */
export type Return = URL;

/** The application beside a real provider that it knows as `school`. */
export class School {
  private constructor(
    readonly t: TestApp,
    readonly provider: TestProvider,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<School> {
    const provider = await startProvider(REDIRECT_URI);
    const OIDC_PROVIDERS = JSON.stringify([{ ...provider.settings('school'), label: 'Our school' }]);
    return new School(await startApp({ PUBLIC_URL, OIDC_PROVIDERS, ...env }), provider);
  }

  async close(): Promise<void> {
    await this.t.stop();
    await this.provider.stop();
  }

  browser(): Browser {
    return new Browser(this.t.url);
  }

  /** Where the browser is sent when it wants to log in. */
  async begin(browser: Browser, query = ''): Promise<string> {
    const answer = await browser.call('GET', `/auth/oauth/school${query}`);
    expect(answer.status).toBe(302);
    return location(answer);
  }

  /** What the provider sends the browser back with, once this login has been let in there. */
  visit(url: string, login: string): Promise<Return> {
    return new ProviderVisit(this.provider.issuer).logIn(url, login);
  }

  /** Brings it back to the application. @returns where the browser is sent then */
  async bringBack(browser: Browser, back: Return): Promise<string> {
    const answer = await this.call(browser, back);
    expect(answer.status).toBe(302);
    return location(answer);
  }

  call(browser: Browser, back: Return): Promise<Answer> {
    expect(back.href.startsWith(`${REDIRECT_URI}?`)).toBe(true);
    return browser.call('GET', `${back.pathname.slice('/api/v1'.length)}${back.search}`);
  }

  /** The whole way. @returns where it ends */
  async logIn(browser: Browser, login: string, query = ''): Promise<string> {
    return this.bringBack(browser, await this.visit(await this.begin(browser, query), login));
  }

  /** Who the browser's cookie stands for; null for nobody. */
  async whoIs(browser: Browser): Promise<{ id: string; email: string } | null> {
    const { status, body } = await browser.call('GET', '/auth/me');
    return status === 200 ? body : null;
  }
}

export const location = (answer: Answer): string => answer.headers.get('location') ?? '';
