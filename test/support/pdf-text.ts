import { inflateSync } from 'node:zlib';

/** A text of a PDF as it stands on its page. */
export interface PrintedText {
  /** From left to right: what is read from the right is the other way round. What is marked with `ActualText` counts as that. */
  readonly text: string;
  /** Its left edge and its right one, in points. */
  readonly from: number;
  readonly to: number;
  /** Glyphs that stand for a character which their font lacks: empty boxes. */
  readonly boxes: number;
}

/** The texts of a PDF of `pdfkit`, in the order in which they were drawn; what touches on one line is one text. */
export function textsOfPdf(pdf: Buffer): PrintedText[] {
  const objects = objectsOf(pdf.toString('latin1'));
  return [...objects.values()]
    .filter((one) => /\/Type \/Page\n/.test(one))
    .flatMap((page) => {
      const contents = streamOf(referred(page, 'Contents', objects));
      return joined(partsOf(contents, fontsOf(referred(page, 'Resources', objects), objects)));
    });
}

type Objects = ReadonlyMap<string, string>;

interface PrintedFont {
  /** What a glyph stands for, by its code of four hexadecimal digits. */
  readonly characters: ReadonlyMap<string, string>;
  /** How wide each glyph is, in thousandths of the size. */
  readonly widths: readonly number[];
}

type Part = { -readonly [K in keyof PrintedText]: PrintedText[K] } & { y: number };

function objectsOf(file: string): Objects {
  const found = file.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g);
  return new Map([...found].map(([, number, body]) => [number, body]));
}

function referred(object: string, name: string, objects: Objects): string {
  const [, number] = new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(object) ?? [];
  return objects.get(number) ?? '';
}

function streamOf(object: string): string {
  const [, bytes] = /\nstream\n([^]*)\nendstream/.exec(object) ?? [];
  return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
}

function fontsOf(resources: string, objects: Objects): Map<string, PrintedFont> {
  const fonts = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)];
  return new Map(fonts.map(([, name, number]) => [name, fontOf(objects.get(number) ?? '', objects)]));
}

function fontOf(font: string, objects: Objects): PrintedFont {
  const cmap = streamOf(referred(font, 'ToUnicode', objects));
  const characters = new Map<string, string>();
  for (const [, first, list] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, units], index) => {
      characters.set((parseInt(first, 16) + index).toString(16).padStart(4, '0'), utf16(units));
    });
  }
  const [, widths] = /\/W \[0 \[([^\]]*)\]/.exec(referred(font, 'DescendantFonts', objects)) ?? [];
  return { characters, widths: widths.trim().split(/\s+/).map(Number) };
}

const utf16 = (units: string): string => Buffer.from(units.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');

const TOKENS =
  /\/ActualText <feff(\w*)>|(EMC)|(BT)|1 0 0 1 ([\d.-]+) ([\d.-]+) Tm|\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ/g;

/** Each text by itself. */
function partsOf(contents: string, fonts: ReadonlyMap<string, PrintedFont>): Part[] {
  const parts: Part[] = [];
  let part: Part = { text: '', from: NaN, to: NaN, y: NaN, boxes: 0 };
  let [font, size]: [PrintedFont, number] = [{ characters: new Map(), widths: [] }, 0];
  let actual: string | null = null;
  for (const [, said, end, open, x, y, name, points, shown] of contents.matchAll(TOKENS)) {
    if (said !== undefined) actual = utf16(said);
    else if (end) actual = null;
    else if (open) parts.push((part = { text: actual ?? '', from: NaN, to: NaN, y: NaN, boxes: 0 }));
    else if (x !== undefined) {
      if (Number.isNaN(part.from)) [part.from, part.y] = [Number(x), Number(y)];
      part.to = Number(x);
    } else if (name) [font, size] = [fonts.get(name) as PrintedFont, Number(points)];
    else if (shown !== undefined) {
      for (const [, glyphs, back] of shown.matchAll(/<(\w*)> ([\d.-]+)/g)) {
        for (const [glyph] of glyphs.matchAll(/\w{4}/g)) {
          if (glyph === '0000') part.boxes += 1;
          if (actual === null) part.text += font.characters.get(glyph) ?? '';
          part.to += ((font.widths[parseInt(glyph, 16)] ?? 0) * size) / 1000;
        }
        part.to -= (Number(back) * size) / 1000;
      }
    }
  }
  return parts;
}

function joined(parts: readonly Part[]): PrintedText[] {
  const texts: Part[] = [];
  for (const part of parts) {
    const last = texts.at(-1);
    if (last?.y === part.y && Math.abs(last.to - part.from) < 0.01) {
      last.text += part.text;
      last.boxes += part.boxes;
      last.to = part.to;
    } else texts.push({ ...part });
  }
  return texts;
}
