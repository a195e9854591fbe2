import { readFileSync } from 'node:fs';
import { LOCALES } from '../../src/core/kernel/text';
import { translated, untranslated } from '../../src/core/web/system/page-words';

const FOLDER = 'src/core/web/system/pages';
const script = readFileSync(`${FOLDER}/atrium.js`, 'utf8');
const placesOf = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the script that pages share in %s', (locale) => {
  const words = (
    JSON.parse(readFileSync(`${FOLDER}/atrium.${locale}.json`, 'utf8')) as { scripts: Record<string, string> }
  ).scripts;

  it('says everything', () => {
    const said = [...script.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text);
    expect(said.length).toBeGreaterThan(8);
    expect(said.filter((text) => !(text in words))).toEqual([]);
  });

  it('says nothing past its words', () => {
    const bare =
      /(?:textContent|ariaLabel|alt|placeholder|title|detail): ['`"][^'`"]*[A-Za-z]{2}|\bsay\([^,]+, ['"`][^'"`]/g;
    expect(script.match(bare) ?? []).toEqual([]);
  });

  it('leaves the places of values, and of numbers, as they are', () => {
    for (const [text, own] of Object.entries(words)) {
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
