import { pace } from './measure.mjs';
import { queries } from './seed.mjs';

const PRODUCTS = 100_000;
const BATCH = 5000;
const WORDS = 6000;
const WORDS_OF_ONE = 18;
const QUERIES = 300;
const PER_SECOND = 50;
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');
const INSERT = `INSERT INTO products (id, sku, name, description, price_minor, currency, category_id, stock)
  SELECT (lpad(to_hex($1 + n), 8, '0') || '-0000-7000-8000-000000000000')::uuid, 'FIND-' || $1 + n, name, description, 100 + n, 'USD',
    (SELECT id FROM categories ORDER BY id OFFSET n % 50 LIMIT 1), 0
  FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t (name, description, n)`;
const FROM = 0x01950000;

/** Fills the shop up to 100,000 products of 18 words each, and asks for one or two words, one of them misspelt. */
export async function search({ databaseUrl, uncached }, seconds) {
  for (let n = 0; n < PRODUCTS; n += BATCH) {
    const texts = Array.from({ length: BATCH }, () => Array.from({ length: WORDS_OF_ONE }, anyWord));
    const names = texts.map((words) => words.slice(0, 4).join(' '));
    const descriptions = texts.map((words) => words.slice(4).join(' '));
    await queries(databaseUrl, [{ text: INSERT, values: [FROM + n, names, descriptions] }]);
  }
  await queries(databaseUrl, ['VACUUM ANALYZE']);
  const requests = Array.from({ length: QUERIES }, (_, n) => {
    const q = n % 2 ? misspelt(anyWord()) : `${misspelt(anyWord())} ${anyWord()}`;
    return { path: `/api/v1/products?limit=20&q=${encodeURIComponent(q)}` };
  });
  const contender = { origin: uncached.origin, requests };
  await pace(contender, { perSecond: PER_SECOND, seconds: 4 });
  const { p50, p90, p99, bad } = await pace(contender, { perSecond: PER_SECOND, seconds });
  const times = [p50, p90, p99].map((ms) => ms.toFixed(1));
  return {
    bad,
    table: `| \`q\` on ${PRODUCTS} products, ${PER_SECOND}/s for ${seconds} s | p50 ms | p90 ms | p99 ms |
| --- | --: | --: | --: |
| one or two words, one of them wrong | ${times.join(' | ')} |`,
  };
}

let state = 42;

/** The same numbers in every run, below `most`. */
export function next(most) {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state >>> 8) % most;
}

/** The n-th word of the vocabulary: three or four syllables. */
function word(n) {
  const parts = [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 20, n % 7];
  return parts
    .slice(0, 3 + (n % 2))
    .map((part) => SYLLABLES[part])
    .join('');
}

export function anyWord() {
  return word(next(WORDS));
}

/** One letter exchanged for another. */
export function misspelt(text) {
  const at = 1 + next(text.length - 2);
  return `${text.slice(0, at)}q${text.slice(at + 1)}`;
}
