import { dirname, join } from 'node:path';
import { Font, openSync } from 'fontkit';

/** What every text is set in as long as it has the letters. */
export type OwnFont = 'plain' | 'bold';

/** A font that is loaded once a text has a letter of these scripts which the own fonts lack. */
interface Fallback {
  readonly name: string;
  readonly letters: RegExp;
  readonly file: () => string;
}

const noto = (script: string, letters: RegExp): Fallback => ({
  name: script,
  letters,
  file: () => require.resolve(`@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-400-normal.woff`),
});

const HAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u;

const cjk = (name: string, family: string, letters: RegExp): Fallback => ({
  name,
  letters,
  file: () => join(dirname(require.resolve(`@embedpdf/fonts-${name}`)), '..', 'fonts', `${family}-Regular.otf`),
});

const dejavu = (name: string): string =>
  join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf', `${name}.ttf`);

/** DejaVu Sans: the fonts every PDF reader has know no Ł. */
const OWN: Readonly<Record<OwnFont, () => string>> = {
  plain: () => dejavu('DejaVuSans'),
  bold: () => dejavu('DejaVuSans-Bold'),
};

/** In the order in which they are asked (ADR 42). */
const FALLBACKS: readonly Fallback[] = [
  cjk('sc', 'NotoSansHans', HAN),
  cjk('jp', 'NotoSansJP', HAN),
  cjk('kr', 'NotoSansKR', /[\p{Script=Hangul}\p{Script=Han}]/u),
  noto('thai', /\p{Script=Thai}/u),
  noto('devanagari', /[\p{Script=Devanagari}\u0964\u0965]/u),
  noto('bengali', /\p{Script=Bengali}/u),
  noto('tamil', /\p{Script=Tamil}/u),
  noto('telugu', /\p{Script=Telugu}/u),
  noto('gujarati', /\p{Script=Gujarati}/u),
  noto('gurmukhi', /\p{Script=Gurmukhi}/u),
  noto('kannada', /\p{Script=Kannada}/u),
  noto('malayalam', /\p{Script=Malayalam}/u),
  noto('oriya', /\p{Script=Oriya}/u),
  noto('sinhala', /\p{Script=Sinhala}/u),
  noto('khmer', /\p{Script=Khmer}/u),
  noto('myanmar', /\p{Script=Myanmar}/u),
  noto('ethiopic', /\p{Script=Ethiopic}/u),
  noto('thaana', /\p{Script=Thaana}/u),
  {
    name: 'emoji',
    letters: /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20e3]/u,
    file: () => require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
  },
];

/** What `fontkit` places marks with, as far as it is mended here. */
interface MarkPlacing {
  applyAnchor: (this: MarkPlacing, mark: object, base: object | null, index: number) => void;
  applyLookup: (this: MarkPlacing, type: number, table: object) => boolean;
}

/** A font may leave out the anchor of a mark at a letter (NULL in GPOS): then another rule places it. `fontkit` 2.0.4 throws. */
function withMissingAnchors(font: Font): Font {
  const { engine } = (font as unknown as { _layoutEngine: { engine?: { GPOSProcessor?: MarkPlacing } } })._layoutEngine;
  const placing = engine?.GPOSProcessor;
  if (!placing) return font;
  const [applyAnchor, applyLookup] = [placing.applyAnchor, placing.applyLookup];
  let isMissing = false;
  placing.applyAnchor = function (mark, base, index) {
    if (base) applyAnchor.call(this, mark, base, index);
    else isMissing = true;
  };
  placing.applyLookup = function (type, table) {
    isMissing = false;
    return applyLookup.call(this, type, table) && !isMissing;
  };
  return font;
}

function open(name: string): Font {
  if (name in OWN) return openSync(OWN[name as OwnFont]()) as Font; // it leaves out no anchor
  const fallback = FALLBACKS.find((one) => one.name === name);
  if (!fallback) throw new Error(`There is no font ${name}`);
  return withMissingAnchors(openSync(fallback.file()) as Font);
}

/** Nothing is drawn for them, so no font needs to have them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

/** The fonts of one document. Each is read from its file when the first letter needs it. */
export class PdfFonts {
  private readonly loaded = new Map<string, Font>();
  private readonly found = new Map<string, string | null>();

  /** @param register gives a font that has just been loaded to the document */
  constructor(private readonly register: (name: string, font: Font) => void) {}

  /** The font that has every character of this letter, the own one before all; null when none has. */
  nameFor(letter: string, own: OwnFont): string | null {
    const key = `${own} ${letter}`;
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const characters = [...letter].filter((one) => !UNSEEN.test(one)).map((one) => one.codePointAt(0) as number);
    const has = (name: string): boolean => characters.every((one) => this.get(name).hasGlyphForCodePoint(one));
    const names = [own, ...FALLBACKS.filter(({ letters }) => letters.test(letter)).map(({ name }) => name)];
    const name = names.find(has) ?? null;
    this.found.set(key, name);
    return name;
  }

  /** Whether this font has the character. */
  has(name: string, character: string): boolean {
    return this.get(name).hasGlyphForCodePoint(character.codePointAt(0) as number);
  }

  /** @param name of an own font or a fallback */
  get(name: string): Font {
    let font = this.loaded.get(name);
    if (!font) {
      font = open(name);
      this.loaded.set(name, font);
      this.register(name, font);
    }
    return font;
  }

  /** Forgets which letter is in which font; the fonts stay. */
  forget(): void {
    this.found.clear();
  }
}
