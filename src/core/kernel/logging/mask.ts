import { unescaped } from './unescape';

/** A part of a text that nobody should read, and what stands in its place. */
interface Secret {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

interface Rule {
  /** What every text has in which this rule finds anything; far cheaper to look for. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly by: string;
}

/** The end of a name of a secret: `password`, `refresh_token`, `"clientSecret"`; then `=` or `:`. Whatever stands before it stays. */
const NAMES = [
  String.raw`pass(?:word|wd|phrase|code)?(?:[-_]?hash)?|pwd|secret(?:[-_]?(?:access[-_]?)?key)?|token|credentials?`,
  String.raw`(?:api|private|access|signing|encryption)[-_]?key|signature|cvv2?|cvc|card[-_]?number|credit[-_]?card`,
  String.raw`(?<![A-Za-z0-9_-])(?:ticket|otp|pin|sid|jwt)`,
  // An error has a `code` too: of a word after a colon nothing is hidden, of digits and in addresses everything.
  String.raw`(?<![A-Za-z0-9_-])code(?=\\?["']?\s*(?:=|:\s*\\?["']?\d{6}))`,
].join('|');
/** Its value: to the closing quote, also within JSON within JSON, a list or an object, or to the next sign that ends a word. */
const VALUE = String.raw`(?:\\"[^"\\]*|"(?:[^"\\]|\\.)*|'(?:[^'\\]|\\.)*|\[[^\]]*\]?|\{[^}]*\}?|[^\s"'&,;}\]]+)`;
const END_OF_NAME = String.raw`\\?["']?\s*[=:]\s*`;
const SIGN_HINT = /[=:]/;

/** Each pattern's whole match is masked, but for what a look-behind has seen. All of them take time in proportion to the text. */
const RULES: readonly Rule[] = [
  {
    hint: /(?:bearer|basic|digest|negotiate)\s/i,
    pattern: /(?<=\b(?:Bearer|Basic|Digest|Negotiate)\s{1,4})(?![\s[])[\w.~+/=-]+/gi,
    by: '[masked]',
  },
  { hint: /eyJ/, pattern: /(?<![\w-])eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, by: '[token]' },
  {
    hint: /gh|xox|AKIA|ASIA|AIza|glpat|sk_|rk_|npm_/,
    pattern:
      /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|xox[abprs]-[\w-]{10,}|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\w-]{30,}|glpat-[\w-]{20,}|[sr]k_(?:live|test)_\w{10,}|npm_\w{30,})/g,
    by: '[token]',
  },
  { hint: /:\/\//, pattern: /(?<=:\/\/[^\s:/@]{0,200}:)[^\s@/]+(?=@)/g, by: '[masked]' },
  { hint: /cookie/i, pattern: /(?<=\bcookie\\?["']?\s?[:=]\s?\\?["']?)[^\s"'\\[][^"'\\\r\n]*/gi, by: '[masked]' },
  { hint: /-----BEGIN/, pattern: /(?<=-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)[^-]+/g, by: '[masked]' },
];
const NAMED_HINT = /pass|pwd|secret|token|credential|key|signature|cvv|cvc|card|ticket|code|otp|pin|sid|jwt/i;
const NAMED = new RegExp(`(?:${NAMES})(${END_OF_NAME})(${VALUE})`, 'gi');
const LONG_NUMBER = /(?<![\w.])[2-6]\d{3}(?:[ -]?\d){9,15}(?!\w)/g;
const NUMBER_HINT = /\d(?:[ -]?\d){12}/;
const MAX_DEPTH = 3;

/** The text without tokens, passwords, credentials of URLs and card numbers, also where they stand escaped in it. */
export function mask(text: string): string {
  const secrets = findAll(text);
  if (secrets.length === 0) return text;
  secrets.sort((a, b) => a.from - b.from || b.to - a.to);
  let masked = '';
  let at = 0;
  for (const { from, to, by } of secrets) {
    if (to <= at) continue;
    if (from >= at) masked += text.slice(at, from) + by;
    at = to;
  }
  return masked + text.slice(at);
}

/** Of the text as it is, and of what it says once its escapes (JSON's, percent signs) are undone, up to three deep. */
function findAll(text: string): Secret[] {
  const secrets: Secret[] = [];
  find(text, secrets, (at) => at);
  let placeOf = (at: number): number => at;
  let inner = text;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const plain = unescaped(inner);
    if (!plain) break;
    const [outer, { places }] = [placeOf, plain];
    placeOf = (at) => outer(places[at]);
    inner = plain.text;
    find(inner, secrets, placeOf);
  }
  return secrets;
}

function find(text: string, secrets: Secret[], placeOf: (at: number) => number): void {
  const add = (from: number, to: number, by: string): void => {
    secrets.push({ from: placeOf(from), to: placeOf(to), by });
  };
  for (const { hint, pattern, by } of RULES) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length, by);
  }
  if (NAMED_HINT.test(text) && SIGN_HINT.test(text)) {
    for (const match of text.matchAll(NAMED)) {
      const [whole, sign, value] = match;
      if (isNoSecret(text, match.index, whole.slice(0, whole.length - sign.length - value.length), sign, value))
        continue;
      const to = match.index + whole.length;
      const quote = /^(?:\\"|["'])/.exec(value)?.[0] ?? '';
      const isBareInJson = quote === '' && sign.startsWith('"');
      if (value.length > quote.length)
        add(to - value.length + quote.length, to, isBareInJson ? '"[masked]"' : '[masked]');
    }
  }
  if (NUMBER_HINT.test(text)) {
    for (const match of text.matchAll(LONG_NUMBER)) {
      if (!isCardNumber(match[0])) continue;
      const to = match.index + match[0].length;
      add(match.index, to, isJsonNumber(text, match.index, to) ? '"[number]"' : '[number]');
    }
  }
}

/** Words that end like a name of a secret and are none: `bypass: true`. */
const WORD_BEFORE_PASS = /(?:by|com|encom|sur|tres|over|under|band|low|high)$/i;
/** After a colon and a blank: how many, or whether. */
const COUNT = /^(?:\d{1,3}|true|false)[.)]?$/i;

/** What people write of passes, and no secret ever is: `tests pass: 12`. */
function isNoSecret(text: string, at: number, name: string, sign: string, value: string): boolean {
  if (name.toLowerCase() !== 'pass' || !/^\s*:\s/.test(sign)) return false;
  return COUNT.test(value) || WORD_BEFORE_PASS.test(text.slice(Math.max(0, at - 5), at));
}

/** Whether it is a bare value of a JSON line, which stays JSON. */
function isJsonNumber(text: string, from: number, to: number): boolean {
  return (
    text.startsWith('{') && /[:[,]\s?$/.test(text.slice(Math.max(0, from - 2), from)) && /[,}\]]/.test(text[to] ?? '')
  );
}

/** The check digit of ISO/IEC 7812, over the digits alone. */
function isCardNumber(text: string): boolean {
  let sum = 0;
  let digits = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) continue;
    const doubled = digits++ % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
