import { PdfFonts } from './pdf-fonts';
import { CopyablePdf, PdfPen } from './pdf-pen';
import { runsOf } from './pdf-runs';

const fonts = new PdfFonts(() => undefined);
const fontOf = (letter: string): string | null => fonts.nameFor(letter, 'plain');
const seen = (line: string): string[] => runsOf(line, 'plain', fonts).map(({ font, text }) => `${font}: ${text}`);

describe('the font of a letter', () => {
  it.each([
    ['a', 'plain'],
    ['Ł', 'plain'],
    ['é', 'plain'],
    ['م', 'plain'],
    ['ש', 'plain'],
    ['王', 'sc'],
    ['、', 'sc'],
    ['﨑', 'jp'],
    ['𠮷', 'jp'],
    ['한', 'kr'],
    ['น้ำ', 'thai'],
    ['क्ष', 'devanagari'],
    ['❤', 'plain'],
    ['🎓', 'emoji'],
    ['👨‍👩‍👧', 'emoji'],
    ['🇩🇪', 'emoji'],
    ['\u{10ffff}', null],
  ])('%s is %s', (letter, font) => expect(fontOf(letter)).toBe(font));

  it('is the bold one of its own where it has it', () => {
    expect(fonts.nameFor('Ł', 'bold')).toBe('bold');
    expect(fonts.nameFor('王', 'bold')).toBe('sc');
  });
});

describe('the runs of a line', () => {
  it('keep blanks with the script around them', () => {
    expect(seen('王 小明 Ada')).toEqual(['sc: 王 小明 ', 'plain: Ada']);
  });

  it('stand as they are seen: what is read from the right, from the right', () => {
    expect(seen('Ada محمد علي')).toEqual(['plain: Ada ', 'plain: محمد علي']);
    // A bracket that opens from the right is the other one of its pair.
    expect(seen('محمد (王小明) علي')).toEqual(['plain: ( علي', 'sc: 王小明', 'plain: محمد )']);
    expect(seen('דוד محمد')).toEqual(['plain: محمد', 'plain: דוד ']);
  });

  it('keep numbers from left to right within what is read from the right', () => {
    expect(seen('صف 12').slice(0, 1)).toEqual(['plain: 12']);
    // The layout turns round what is of an Arabic script, which these digits are; so they are given to it the other way round.
    expect(seen('صف ۱۲').slice(0, 1)).toEqual(['plain: ۲۱']);
  });

  it('have a sign for what no font has', () => {
    expect(seen('Mia \u{10ffff}')).toEqual(['plain: Mia \ufffd']);
  });
});

describe('a pen', () => {
  const pdf = new CopyablePdf();
  const pen = new PdfPen(pdf).style({ size: 9, color: '#000', bold: false });

  it.each([
    'Anna Müller',
    '王小明王小明王小明',
    'محمد علي حسن محمد',
    '👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧',
    'น้ำผึ้งน้ำผึ้งน้ำผึ้ง',
    'क्षत्रिय क्षत्रिय क्षत्रिय',
  ])('cuts %s between two letters, and uses the room there is', (name) => {
    const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)].map((one) => one.segment);
    const beginnings = letters.map((_, index) => `${letters.slice(0, index).join('')}…`);
    for (let room = 12; room <= pen.width(name) + 7; room += 7) {
      const cut = pen.fitted(name, room);
      expect(pen.width(cut)).toBeLessThanOrEqual(room);
      expect([...beginnings, name]).toContain(cut);
      const next = beginnings[beginnings.indexOf(cut) + 1];
      if (cut !== name && next) expect(pen.width(next)).toBeGreaterThan(room);
    }
    expect(pen.fitted(name, pen.width(name) + 1)).toBe(name);
  });

  it('measures every script by its own glyphs', () => {
    expect(pen.width('王小明')).toBeCloseTo(27, 1); // as wide as they are high
    expect(pen.width('王小明Ada')).toBeCloseTo(27 + pen.width('Ada'), 5);
    expect(pen.width('محمد علي')).toBeGreaterThan(pen.width('محمد') + pen.width('علي'));
  });

  it('breaks a word that has no line of its own where the line ends, and no other word', () => {
    const high = (text: string, room: number): number => Math.round(pen.height(text, room) / pen.lineHeight);
    const signature = `Signature: ${'x'.repeat(100)}`;
    expect(high(signature, pen.width(signature) / 2 + 10)).toBe(2);
    expect(high('Signature: xxxx', pen.width('Signature: xxx'))).toBe(2);
    expect(high('王小明 '.repeat(20), pen.width('王小明 '.repeat(10)))).toBe(2);
  });

  it('makes one line of what has several, and never measures a whole book', () => {
    expect(pen.fitted('a\nb', 100)).toBe('a b');
    expect(pen.fitted('👨‍👩‍👧'.repeat(100_000), 60)).toMatch(/^(👨‍👩‍👧)+…$/u);
  });
});
