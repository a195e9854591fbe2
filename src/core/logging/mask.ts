/** The name of a secret, or the end of one: `password`, `refresh_token`, `"clientSecret"`; then `=` or `:`. */
const NAME = String.raw`\b((?:[\w-]{0,40}(?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key)|ticket|code)\\?["']?\s*[=:]\s*)`;
/** Its value: to the closing quote, also within JSON within JSON, or to the next sign that ends a word. */
const VALUE = String.raw`(?:(\\")[^"\\]*|(")(?:[^"\\]|\\.)*|(')(?:[^'\\]|\\.)*|[^\s"'&,;]+)`;

const RULES: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [masked]'],
  [/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, '[token]'],
  [/(:\/\/[^\s:/@]*:)[^\s@/]+@/g, '$1[masked]@'],
  [new RegExp(NAME + VALUE, 'gi'), '$1$2$3$4[masked]'],
  [/\b\d(?:[ -]?\d){12,18}\b/g, '[number]'],
];

/** The text without tokens, passwords, credentials of URLs and numbers that could be a card's. */
export function mask(text: string): string {
  return RULES.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text);
}
