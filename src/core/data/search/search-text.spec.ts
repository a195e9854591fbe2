import { edits, meant, searchOf } from './search-text';

describe('edits', () => {
  it.each([
    ['', '', 0],
    ['canvas', 'canvas', 0],
    ['canvas', '', 6],
    ['canvsa', 'canvas', 1],
    ['cnavsa', 'canvas', 2],
    ['canva', 'canvas', 1],
    ['canvass', 'canvas', 1],
    ['kanvas', 'canvas', 1],
    ['kitten', 'sitting', 3],
  ])('from %s to %s are %d', (a, b, expected) => {
    expect([edits(a, b), edits(b, a)]).toEqual([expected, expected]);
  });
});

describe('what is meant', () => {
  it.each([
    ['canvsa', ['canvas', 'canal', 'savannah'], ['canvas']],
    ['acnvas', ['canvas', 'canvases'], ['canvas', 'canvases']],
    ['keybaor', ['keyboard', 'keys'], ['keyboard']], // still being typed
    ['pne', ['pen', 'one', 'pan', 'tone'], ['pen', 'one']],
    ['xy', ['xyz', 'x'], []],
    ['telescope', ['microscope'], []],
  ])('by %s of %j is %j', (word, similar, expected) => {
    expect(meant(word, similar)).toEqual(expected);
  });
});

describe('the search', () => {
  it('takes a known word as a beginning, and an unknown one as those near it', () => {
    const words = [
      { word: 'oil', known: true, similar: [] },
      { word: 'piant', known: false, similar: ['paint', 'pint'] },
    ];
    expect(searchOf(words)).toEqual({
      match: `'oil':* & ( 'paint' | 'pint' )`,
      rank: `'oil':* | ( 'paint' | 'pint' )`,
      whole: `'oil' | 'paint' | 'pint'`,
    });
  });

  it('finds nothing for no word, and for one that is near none', () => {
    expect(searchOf([])).toBeNull();
    expect(searchOf([{ word: 'qqqq', known: false, similar: ['paint'] }])).toBeNull();
  });

  it('lets no word out of its quotes', () => {
    const words = [{ word: `a' | 'b\\`, known: true, similar: [] }];
    expect(searchOf(words)?.whole).toBe(`'a'' | ''b\\\\'`);
  });
});
