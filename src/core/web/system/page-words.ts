import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../kernel/text';

/** What pages and their scripts say in another language, by what they say in English. */
export interface PageWords {
  /** Text and attributes of the HTML. */
  readonly pages: Readonly<Record<string, string>>;
  /** What scripts say by `t`; `code:` and the code of an error stands for its detail. */
  readonly scripts: Readonly<Record<string, string>>;
}

const TEXT = />([^<]+)</g;
const ATTRIBUTE = /\b(title|alt|placeholder|aria-label)="([^"]+)"/g;
/** Nothing to translate: no letter, or the name of the application. */
const NO_WORDS = /^(Atrium|[^\p{L}]*)$/u;
/** What the script that all pages share says. */
const SHARED = join(__dirname, 'pages');

/** The words of a folder of pages, `<locale>.json`, with those of the script that all share; null where it has none. */
export function wordsOf(folder: string, locale: Locale): PageWords | null {
  const own = read(folder, locale);
  return own && { pages: own.pages, scripts: { ...read(SHARED, `atrium.${locale}`)?.scripts, ...own.scripts } };
}

/** A page in another language: its text, and the words of its scripts beside them. */
export function translated(html: string, words: PageWords, locale: Locale): string {
  const data = JSON.stringify(words.scripts).replaceAll('<', '\\u003c');
  return html
    .replace(TEXT, (_, text: string) => `>${inWords(text, words)}<`)
    .replace(ATTRIBUTE, (_, name: string, text: string) => `${name}="${inWords(text, words)}"`)
    .replace('<html lang="en">', `<html lang="${locale}">`)
    .replace('</head>', () => `<script type="application/json" id="words">${data}</script></head>`);
}

/** What a page says that has no words. */
export function untranslated(html: string, words: PageWords): string[] {
  const texts = [...html.matchAll(TEXT)].map(([, text]) => text);
  const attributes = [...html.matchAll(ATTRIBUTE)].map(([, , text]) => text);
  const keys = [...texts, ...attributes].map(keyOf);
  return keys.filter((key) => !NO_WORDS.test(key) && words.pages[key] === undefined);
}

function inWords(text: string, { pages }: PageWords): string {
  const found = pages[keyOf(text)];
  if (found === undefined) return text;
  const [, before, after] = /^(\s*)[\s\S]*?(\s*)$/.exec(text) as string[];
  return `${before}${escaped(found)}${after}`;
}

const keyOf = (text: string): string => text.replace(/\s+/g, ' ').trim();

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function read(folder: string, name: string): PageWords | null {
  const path = join(folder, `${name}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PageWords) : null;
}
