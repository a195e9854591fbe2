import { drawDocuments, pdfWriter } from '../../src/core/tabular/pdf';
import type { Document } from '../../src/core/tabular/document';
import { PrintedText, textsOfPdf } from '../support/pdf-text';

/** Names as schools have them, by what they are written in. */
const NAMES: Readonly<Record<string, string>> = {
  latin: 'Łukasz Nguyễn Thị Ánh',
  cyrillic: 'Анна Ёлкина',
  chinese: '王小明',
  rareChinese: '堃喆镕 𠮷田',
  japanese: '山﨑 さくら タロウ',
  korean: '김민준 한국',
  thai: 'สมชาย ใจดี น้ำผึ้ง',
  devanagari: 'प्रिया शर्मा क्षत्रिय',
  bengali: 'রবীন্দ্রনাথ ঠাকুর',
  tamil: 'தமிழ்ச்செல்வி கோபால்',
  telugu: 'శ్రీనివాస్ రావు',
  gujarati: 'પ્રિયંકા શાહ',
  gurmukhi: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
  kannada: 'ಶ್ರೀನಿವಾಸ',
  malayalam: 'ശ്രീകുമാർ',
  oriya: 'ପ୍ରିୟଙ୍କା',
  sinhala: 'ශ්‍රී ලංකා',
  khmer: 'សុខា ស្រីមុំ',
  myanmar: 'မြန်မာ ကျော်',
  ethiopic: 'አበበ ቢቂላ',
  thaana: 'އަހުމަދު ޢަލީ',
  georgian: 'გიორგი ბერიძე',
  armenian: 'Արամ Խաչատրյան',
  arabic: 'محمد علي حسن',
  persian: 'کلاس ۱۲۳ زهرا',
  hebrew: 'דוד בן גוריון',
  mixed: 'Ada محمد (王小明)',
  emoji: 'Mia 🎓 👨‍👩‍👧 🇩🇪 ❤️',
};

const turned = (text: string): string => [...text].reverse().join('');
/** As they stand on the page from left to right, where that is another order than they are read in. */
const SEEN: Readonly<Record<string, string>> = {
  thaana: turned(NAMES.thaana),
  arabic: turned(NAMES.arabic),
  persian: `${turned('زهرا')} ۱۲۳ سلاک`, // لا is one glyph, which stands for both in the order of reading
  hebrew: turned(NAMES.hebrew),
  mixed: `Ada ${turned('محمد')} (王小明)`,
};
const seen = (script: string): string => SEEN[script] ?? NAMES[script];

const documentOf = (names: readonly string[]): Document => ({
  title: names[0],
  brand: 'School',
  subtitle: names[0],
  parts: [
    {
      title: names[0],
      facts: names.map((name) => [name, name] as const),
      charts: [{ title: names[0], bars: names.map((label, value) => ({ label, value })) }],
      tables: [{ columns: [{ title: names[0], kind: 'text' }], lines: names.map((name) => [name]) }],
    },
  ],
  note: names[0],
});

describe('a printed page', () => {
  let printed: PrintedText[];
  beforeAll(async () => {
    printed = textsOfPdf(
      await drawDocuments(
        Object.values(NAMES).map((name) => documentOf([name])),
        'en',
      ),
    );
  });

  it.each(Object.keys(NAMES))('has %s names whole, with their blanks', (script) => {
    // Title, subtitle, heading, fact (twice), caption, bar, head and line of the table, note, foot.
    expect(printed.filter(({ text }) => text === seen(script))).toHaveLength(11);
  });

  it('has a glyph for every character', () => {
    expect(printed.filter(({ boxes }) => boxes > 0)).toEqual([]);
  });

  it('has them all in one table, written as its lines come', async () => {
    const names = Object.values(NAMES);
    const writer = pdfWriter({
      title: 'Names',
      brand: 'School',
      locale: 'en',
      columns: [{ name: 'a', title: 'Name', kind: 'text' }],
    });
    const parts = [await writer.write(names.map((name) => [name]))];
    for (let page = 0; page < 3; page++) parts.push(await writer.write(names.map((name) => [name])));
    const lines = textsOfPdf(Buffer.concat([...parts, await writer.end()]));
    for (const script of Object.keys(NAMES)) {
      expect(lines.filter(({ text }) => text === seen(script))).toHaveLength(4);
    }
    expect(lines.filter(({ boxes }) => boxes > 0)).toEqual([]);
  });

  it('shows a sign for a character that no font has, and lets it be copied', async () => {
    const name = 'Mia \u{1f12f}\u{10ffff}\u{16800}';
    const lines = textsOfPdf(await drawDocuments([documentOf([name])], 'en'));
    expect(lines.filter(({ text }) => text === name)).toHaveLength(11);
  });

  it('needs no more bytes for ordinary names than their own font', async () => {
    const fonts = async (name: string): Promise<number> => {
      const pdf = await drawDocuments([documentOf([name])], 'en');
      return (pdf.toString('latin1').match(/\/FontFile\d? /g) ?? []).length;
    };
    expect(await fonts('Łukasz Müller')).toBe(2); // plain and bold
    expect(await fonts('王小明')).toBe(3);
  });

  it('breaks a title that is too long between two letters', async () => {
    const [letter, title] = ['👨‍👩‍👧', '👨‍👩‍👧'.repeat(60)];
    const lines = textsOfPdf(await drawDocuments([{ ...documentOf(['x']), title }], 'en'));
    const parts = lines.filter(({ text }) => text.startsWith(letter)).map(({ text }) => text);
    expect(parts.length).toBeGreaterThan(2); // the title's lines, and the foot
    for (const part of parts)
      expect(part.replace(/…$/, '')).toBe(letter.repeat(part.replace(/…$/, '').length / letter.length));
  });
});
