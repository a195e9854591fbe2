import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const program = process.env.TEST_CHROMIUM ?? '';

/**
 * A Chromium without a window. Where there is none `npm test` says so and leaves out the specs of pages (jest.config.cjs),
 * unless CI is set: then they fail here.
 */
export async function launchChromium(): Promise<Browser> {
  if (!program) throw new Error('There is no Chromium: TEST_CHROMIUM names none');
  return chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A page of a person's own browser, which throws at anything the page itself fails at. */
export async function openPage(browser: Browser | BrowserContext): Promise<{ page: Page; troubles: string[] }> {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) troubles.push(message.text());
  });
  return { page, troubles };
}
