import { cleanEmail, cleanText, isOneLine, isVisible, nameFrom, textKey } from '.';

describe('textKey', () => {
  it.each([
    ['Lamps', 'lamps '],
    ['Lamps', 'La\u200Bmps'],
    ['Desk  lamps', 'desk\u00a0lamps'],
    ['José', 'Jose\u0301'],
    ['ΟΔΟΣ', 'οδος'],
    ['STRASSE', 'straße'],
    ['Ｋ１', 'k1'],
  ])('is the same of %j and %j', (one, other) => {
    expect(textKey(one)).toBe(textKey(other));
  });

  it.each([
    ['İ123', 'i123'],
    ['ı', 'i'],
    ['Jose', 'José'],
    ['7a', '7b'],
  ])('tells %j from %j', (one, other) => {
    expect(textKey(one)).not.toBe(textKey(other));
  });

  it('is the key of itself', () => {
    for (const text of ['İ', 'ẞ', 'ﬁ', 'ᾳ', 'Ǆ', ' a  b ']) expect(textKey(textKey(text))).toBe(textKey(text));
  });
});

describe('cleanEmail', () => {
  it.each([
    ['mia@bücher.example', 'mia@xn--bcher-kva.example'],
    ['mia@xn--bcher-kva.example', 'mia@xn--bcher-kva.example'],
    [' Ada@Example.com ', 'Ada@Example.com'],
    ['jose\u0301@example.com', 'josé@example.com'],
    ['nobody', 'nobody'],
    ['@', '@'],
  ])('makes %j %j', (given, clean) => {
    expect(cleanEmail(given)).toBe(clean);
  });
});

describe('names', () => {
  it.each(['\u200B', '\u2066\u2069', ' \u00a0', '\u3164', '\u2800', '\u00ad\u200d', ''])('%j is not seen', (text) => {
    expect(isVisible(text)).toBe(false);
    expect(nameFrom(text, 200)).toBeNull();
  });

  it.each(['王小明', 'می\u200cخواهم', '👨\u200d👩\u200d👧', 'Ada', 'שלום\u200f'])('%j is seen, in one line', (text) => {
    expect(isVisible(text) && isOneLine(text)).toBe(true);
    expect(cleanText(` ${text} `)).toBe(text);
  });

  it.each(['a\nb', 'a\u2028b', 'a\u202eb', 'a\u2067b', 'a\u0007b'])('%j is no line', (text) => {
    expect(isOneLine(text)).toBe(false);
    expect(nameFrom(text, 200)).toBe('a b');
  });

  it('are cut between characters', () => {
    expect(nameFrom(`a${'😀'.repeat(3)}`, 4)).toBe('a😀');
  });
});
