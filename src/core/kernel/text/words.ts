import type { Locale } from './locales';

/** One of each language. */
export type ByLocale<T> = Readonly<Record<Locale, T>>;

/**
 * What a part of the application says to people, in each language. English says which words there are: where another
 * language lacks one, it does not compile.
 * @example const WORDS = defineWords({ en: { lines: (n: number) => `${n} lines` }, es: { lines: (n) => `${n} líneas` } });
 */
export function defineWords<T>(words: { readonly en: T } & ByLocale<NoInfer<T>>): ByLocale<T> {
  return words;
}
