import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as common from '../../../src/core/kernel/errors/common.errors';
import { LOCALES } from '../../../src/core/kernel/text';
import { translated, untranslated, wordsOf } from '../../../src/core/web/system/page-words';
import * as auth from '../../../src/modules/identity/auth/auth.errors';
import * as mfa from '../../../src/modules/identity/mfa/mfa.errors';
import * as users from '../../../src/modules/identity/users/users.errors';

const FOLDER = 'src/modules/identity/auth/pages';
const SHARED = 'src/core/web/system/pages/atrium.js';
/** Only programs meet them. */
const OF_PROGRAMS = [
  'admin_exists',
  'invalid_client',
  'invalid_scope',
  'service_client_not_found',
  'service_token_not_found',
  'unsupported_grant_type',
];

const filesOf = (ending: string): [string, string][] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(ending))
    .map((name): [string, string] => [name, readFileSync(join(FOLDER, name), 'utf8')]);
const scripts = [...filesOf('.js'), ['atrium.js', readFileSync(SHARED, 'utf8')] as [string, string]];
const placesOf = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the pages of an account in %s', (locale) => {
  const words = wordsOf(FOLDER, locale);
  if (!words) throw new Error(`There are no words in ${locale}`);

  it.each(filesOf('.html'))('say everything: %s', (_, html) => {
    expect(untranslated(html, words)).toEqual([]);
    const page = translated(html, words, locale);
    expect(page).toContain(`<html lang="${locale}">`);
    expect(page).not.toMatch(/>\s*(?:Sign in|Password|Go on|Code)\s*</);
  });

  it.each(scripts)('say everything by their scripts: %s', (_, script) => {
    const said = [...script.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text);
    expect(said.filter((text) => !(text in words.scripts))).toEqual([]);
  });

  it.each(scripts)('say nothing past their words: %s', (_, script) => {
    const bare =
      /(?:textContent|ariaLabel|alt|placeholder|title|detail): ['`"][^'`"]*[A-Za-z]{2}|\bsay\([^,]+, ['"`][^'"`]/g;
    expect(script.match(bare) ?? []).toEqual([]);
  });

  it('say what refuses', () => {
    const codes = [common, auth, mfa, users].flatMap((module) =>
      Object.values(module).flatMap((one) => ('code' in one ? [one.code] : [])),
    );
    expect(codes.length).toBeGreaterThan(40);
    const met = codes.filter((code) => !OF_PROGRAMS.includes(code));
    expect(met.filter((code) => !(`code:${code}` in words.scripts))).toEqual([]);
  });

  it('leave the places of values, and of numbers, as they are', () => {
    const shared = wordsOf(FOLDER, locale)?.scripts ?? {};
    for (const [text, own] of Object.entries({ ...words.pages, ...shared })) {
      if (text.startsWith('code:')) continue;
      expect([text, placesOf(own), own.split('#').length]).toEqual([text, placesOf(text), text.split('#').length]);
    }
  });
});

describe('a translated page', () => {
  const words = { pages: { 'Sign in': 'Entrar <ya> & "aquí"', Code: 'Código' }, scripts: { a: '</script><b>' } };

  it('is safe whatever its words are', () => {
    const html = '<html lang="en"><head></head><p title="Code">\n  Sign\n  in </p><p>Other</p>';
    expect(translated(html, words, 'es')).toBe(
      '<html lang="es"><head><script type="application/json" id="words">{"a":"\\u003c/script>\\u003cb>"}</script></head>' +
        '<p title="Código">\n  Entrar &#60;ya&#62; &#38; &#34;aquí&#34; </p><p>Other</p>',
    );
    expect(untranslated(html, words)).toEqual(['Other']);
  });
});
