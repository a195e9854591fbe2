const RULES: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [masked]'],
  [/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, '[token]'],
  [/(:\/\/[^\s:/@]*:)[^\s@/]+@/g, '$1[masked]@'],
  [/\b((?:pass(?:word|wd)?|secret|token|api[-_]?key|ticket|code)["']?\s*[=:]\s*["']?)[^\s"'&,;]+/gi, '$1[masked]'],
  [/\b\d(?:[ -]?\d){12,18}\b/g, '[number]'],
];

/** The text without tokens, passwords, credentials of URLs and numbers that could be a card's. */
export function mask(text: string): string {
  return RULES.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text);
}
