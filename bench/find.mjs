import { pace } from './measure.mjs';
import { personOf } from './people.mjs';
import { anyWord, misspelt, next } from './search.mjs';
import { queries } from './seed.mjs';

const RESOURCES = 100_000;
const FOLDERS = 1000;
const BATCH = 5000;
const WORDS_OF_ONE = 40;
const QUERIES = 300;
const PER_SECOND = 50;
const SECONDS = 12;
/** In every second text. */
const COMMON = 'common';
const idOf = (n) => `(lpad(to_hex(${0x01960000} + ${n}), 8, '0') || '-0000-7000-8000-000000000000')::uuid`;
/** The folder of a resource: the first thousand lie at the root. */
const FOLDER = idOf(`1 + n % ${FOLDERS}`);
const TYPE = `(ARRAY['file', 'document', 'event', 'form'])[1 + n % 4]`;
const FILL = `WITH given AS (SELECT n + $1::int AS n, title, body FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t (title, body, n)),
  made AS (
    INSERT INTO resources (id, type, owner_id, parent_id, title, url)
    SELECT ${idOf('n')}, CASE WHEN n <= ${FOLDERS} THEN 'folder' ELSE ${TYPE} END, $4::uuid, CASE WHEN n > ${FOLDERS} THEN ${FOLDER} END, title, '/things/' || n FROM given
  ), paths AS (
    INSERT INTO resource_paths (resource_id, ancestor_id, depth)
    SELECT ${idOf('n')}, ${idOf('n')}, 0 FROM given UNION ALL SELECT ${idOf('n')}, ${FOLDER}, 1 FROM given WHERE n > ${FOLDERS}
  ), owned AS (
    INSERT INTO shares (id, resource_id, principal_type, principal_id, level) SELECT gen_random_uuid(), ${idOf('n')}, 'owner', $4::uuid, 4 FROM given
  ), told AS (
    INSERT INTO activity_entries (id, resource_id, actor_id, act, title, facts, level)
    SELECT ${idOf('n')}, ${idOf('n')}, $4::uuid, 'created', title, '{}', 1 FROM given
  )
  INSERT INTO search_entries (resource_id, type, title, text)
  SELECT ${idOf('n')}, CASE WHEN n <= ${FOLDERS} THEN 'folder' ELSE ${TYPE} END, title, body FROM given`;
const SHARE = `INSERT INTO shares (id, resource_id, principal_type, principal_id, level)
  SELECT gen_random_uuid(), ${idOf('n')}, 'user', $1::uuid, 1 FROM generate_series(1, $2::int) n`;

/**
 * The search and the activity over 100,000 resources in a thousand folders, for who may view all, half of the folders, and ten.
 * In lines of text.
 */
export async function find({ databaseUrl, uncached, token }, { say }) {
  const owner = { token: await token(), who: 'who owns all' };
  const half = { ...(await personOf(uncached.origin, 'half@example.com')), who: 'who may view half' };
  const few = { ...(await personOf(uncached.origin, 'few@example.com')), who: 'who may view a hundredth' };
  const ownerId = await idOfCaller(uncached.origin, owner.token);
  await fillResources(databaseUrl, ownerId, half.id, few.id);
  const lines = [];
  for (const { who, token: bearer } of [owner, half, few]) {
    for (const [what, pathOf] of Object.entries(ASKED)) {
      const headers = { authorization: `Bearer ${bearer}` };
      const requests = Array.from({ length: QUERIES }, (_, n) => ({ path: pathOf(n), headers }));
      await pace({ origin: uncached.origin, requests }, { perSecond: PER_SECOND, seconds: 4 });
      const contender = { origin: uncached.origin, requests };
      const { p50, p90, p99, bad } = await pace(contender, { perSecond: PER_SECOND, seconds: SECONDS });
      if (bad > 0) process.exitCode = 1;
      lines.push(`| ${who}: ${what} | ${[p50, p90, p99].map((ms) => ms.toFixed(1)).join(' | ')} |`);
      say(lines[lines.length - 1]);
    }
  }
  return `| on ${RESOURCES} resources, ${PER_SECOND}/s for ${SECONDS} s | p50 ms | p90 ms | p99 ms |
| --- | --: | --: | --: |
${lines.join('\n')}`;
}

/** In folders of the owner's, of which one more person may view half and another one ten. */
export async function fillResources(databaseUrl, ownerId, halfId, fewId) {
  for (let n = 0; n < RESOURCES; n += BATCH) {
    const texts = Array.from({ length: BATCH }, (_, at) =>
      Array.from({ length: WORDS_OF_ONE }, anyWord).concat(at % 2 ? COMMON : []),
    );
    const titles = texts.map((words) => words.slice(0, 4).join(' '));
    const bodies = texts.map((words) => words.slice(4).join(' '));
    await queries(databaseUrl, [{ text: FILL, values: [n, titles, bodies, ownerId] }]);
  }
  await queries(databaseUrl, [
    { text: SHARE, values: [halfId, FOLDERS / 2] },
    { text: SHARE, values: [fewId, FOLDERS / 100] },
    'VACUUM ANALYZE',
  ]);
}

const pathOf = (q) => `/api/v1/search?limit=20&q=${encodeURIComponent(q)}`;
const ASKED = {
  'one or two words': (n) => pathOf(n % 2 ? anyWord() : `${anyWord()} ${anyWord()}`),
  'one or two words, one of them wrong': (n) =>
    pathOf(n % 2 ? misspelt(anyWord()) : `${misspelt(anyWord())} ${anyWord()}`),
  'a word of every second text, and its beginning': () => pathOf(COMMON.slice(0, 3 + next(4))),
  'the activity': () => '/api/v1/activity?limit=20',
};

async function idOfCaller(origin, token) {
  const answer = await fetch(`${origin}/api/v1/users/me`, { headers: { authorization: `Bearer ${token}` } });
  return (await answer.json()).id;
}
