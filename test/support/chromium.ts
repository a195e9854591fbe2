import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const program = process.env.TEST_CHROMIUM ?? '';

/**
 * Tests of pages in a real Chromium: skipped, with a line by `npm test`, where there is none; a failure where CI is set.
 */
export function describeInChromium(name: string, tests: () => void): void {
  if (program) describe(name, tests);
  else if (process.env.CI) it(`${name} needs a Chromium`, () => expect(program).not.toBe(''));
  else describe.skip(name, tests);
}

/** A Chromium without a window. */
export function launchChromium(): Promise<Browser> {
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
