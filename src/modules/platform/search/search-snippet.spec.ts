import { fold, snippetOf, SoughtWord, wordsOf } from './search-snippet';

const WHOLE = { before: false, after: false };
const begins = (word: string): SoughtWord => ({ word, isPrefix: true });
const is = (word: string): SoughtWord => ({ word, isPrefix: false });
/** Matches in brackets. */
const shown = (text: string, sought: SoughtWord[], cut = WHOLE): string =>
  snippetOf(text, sought, cut)
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('');

describe('folding', () => {
  it.each([
    ['Café', 'cafe'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['Việt', 'viet'],
  ])('takes %s as %s', (word, plain) => {
    expect(fold(word)).toBe(plain);
  });
});

describe('the words of a search', () => {
  it('are the longest eight, each once, folded', () => {
    expect(wordsOf(`Isn't "Crème" brûlée, CRÈME`)).toEqual(['brulee', 'creme', 'isn', 't']);
    expect(wordsOf(Array.from({ length: 12 }, (_, n) => 'x'.repeat(n + 1)).join(' '))).toHaveLength(8);
    expect(wordsOf(`' & | \u0301 ()`)).toEqual([]);
  });
});

describe('a snippet', () => {
  it('marks words by their beginning, and near ones as a whole', () => {
    expect(shown('Oiled paint, oil-paint and paints', [begins('oil'), is('paint')])).toBe(
      '[Oiled] [paint], [oil]-[paint] and paints',
    );
  });

  it('marks words with accents as they are written', () => {
    expect(shown('Le Café\n\n  de la   gare', [begins('cafe')])).toBe('Le [Café] de la gare');
  });

  it('is plain text, whatever the text holds', () => {
    expect(shown('<b>bold</b> & <script>', [begins('bold')])).toBe('<b>[bold]</b> & <script>');
  });

  it('begins near the first match, at a word, and tells that there is more', () => {
    const text = `${'before '.repeat(60)}match ${'after '.repeat(60)}`;
    const snippet = shown(text, [begins('match')]);
    expect(snippet).toMatch(/^… (before )+\[match\]( after)+ …$/);
    expect(snippet.length).toBeLessThan(240);
  });

  it('tells that there is more where it was cut from a longer text', () => {
    expect(shown('a match', [begins('match')], { before: true, after: true })).toBe('… a [match] …');
    expect(shown('match', [begins('match')], { before: true, after: true })).toBe('… [match] …');
  });

  it('is the beginning where nothing matches, and nothing of no text', () => {
    expect(shown('Only the title matches', [begins('other')])).toBe('Only the title matches');
    expect(snippetOf(' \n ', [begins('other')], WHOLE)).toEqual([]);
    expect(shown('!?', [begins('other')])).toBe('!?');
  });

  it('cuts a word that is longer than itself', () => {
    expect(shown('x'.repeat(1000), [begins('y')]).length).toBeLessThan(230);
  });
});
