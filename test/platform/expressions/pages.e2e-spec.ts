import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type * as Feel from '../../../src/modules/platform/expressions/feel';
import { launchChromium, openPage } from '../../support/chromium';
import { CASES, INVALID, MOMENT } from './cases';

const ORIGIN = 'http://feel.test';
const SOURCES = 'src/modules/platform/expressions';
/** The packages that `feel.ts` stands on, with their entries for ES modules. */
const PACKAGES = {
  feelin: 'dist/index.js',
  'lezer-feel': 'dist/index.js',
  '@lezer/lr': 'dist/index.js',
  '@lezer/common': 'dist/index.js',
  '@lezer/highlight': 'dist/index.js',
  'min-dash': 'dist/index.js',
  'temporal-polyfill': 'index.js',
  'temporal-utils': 'dist/index.js',
};
const IMPORTS = {
  ...Object.fromEntries(
    Object.entries(PACKAGES).map(([name, entry]) => [name, `${ORIGIN}/node_modules/${name}/${entry}`]),
  ),
  'temporal-utils/protected': `${ORIGIN}/node_modules/temporal-utils/dist/protected.js`,
  'temporal-utils/protected-error-messages': `${ORIGIN}/node_modules/temporal-utils/dist/protected-error-messages.js`,
};
const HTML = `<!doctype html><script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`;

/** The file at an address of the test's site: a package's as it is, one of ours without its types. */
function fileAt(path: string): string | null {
  if (path.startsWith('/node_modules/')) return existsSync(path.slice(1)) ? readFileSync(path.slice(1), 'utf8') : null;
  const source = join(SOURCES, `${path.slice(1)}.ts`);
  if (!existsSync(source)) return null;
  const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 };
  return transpileModule(readFileSync(source, 'utf8'), { compilerOptions }).outputText;
}

describe('expressions in a browser', () => {
  let browser: Browser;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    browser = await launchChromium();
    ({ page, troubles } = await openPage(await browser.newContext({ timezoneId: 'Pacific/Auckland' })));
    await page.route(`${ORIGIN}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML });
      const body = fileAt(pathname);
      return body === null ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: 'text/javascript', body });
    });
    await page.goto(`${ORIGIN}/`);
    await page.addScriptTag({ type: 'module', content: 'import * as feel from "/feel"; globalThis.feel = feel;' });
    await page.waitForFunction(() => 'feel' in globalThis);
  });
  afterAll(() => browser?.close());

  const evaluate = (source: string, context: object, moment: Feel.FeelMoment) =>
    page.evaluate(
      ([given, variables, at]) => {
        const { feel } = globalThis as unknown as { feel: typeof Feel };
        try {
          const { result, warnings } = feel.evaluateFeel(given, variables, at);
          return { result, warnings: warnings.map(({ type }) => type) };
        } catch (error) {
          return { error: (error as Error).constructor.name, limit: (error as { limit?: string }).limit };
        }
      },
      [source, context, moment] as const,
    );

  it.each(CASES.map(({ source, ...one }) => [source, one] as const))(
    '%s',
    async (source, { context = {}, timeZone, ...wanted }) => {
      const moment = timeZone === undefined ? MOMENT : { ...MOMENT, timeZone };
      expect(await evaluate(source, context, moment)).toEqual({ warnings: [], ...wanted });
    },
  );

  it.each(INVALID)('%j is refused', async (source) => {
    expect(await evaluate(source, {}, MOMENT)).toEqual({ error: 'FeelInvalid', limit: undefined });
  });

  it.each(['for i in 1..2.5 return i', 'for i in 1..20000 return i', `"${'x'.repeat(5000)}"`])(
    '%s goes beyond a limit',
    async (source) => {
      expect(await evaluate(source, {}, MOMENT)).toMatchObject({ error: 'FeelLimitExceeded' });
    },
  );

  it('need nothing of Node, and nothing goes wrong on the page', () => {
    expect(troubles).toEqual([]);
    for (const file of ['feel.ts', 'feel-limits.ts']) {
      expect(readFileSync(join(SOURCES, file), 'utf8')).not.toMatch(/from 'node:|\bprocess\.|\bBuffer\b|require\(/);
    }
  });
});
