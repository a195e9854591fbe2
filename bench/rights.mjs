import { measure } from './measure.mjs';
import { personOf } from './people.mjs';
import { queries } from './seed.mjs';

const RESOURCES = 1_000_000;
const FOLDERS = 50_000;
const GRANTS = 2_000_000;
/** Of the one who asks: folders that are shared with them, and things besides. */
const [SHARED_FOLDERS, SHARED_FILES] = [60, 300];
const STRANGERS = 5000;
const TIMES = 100;

const idOf = (n) =>
  `(lpad(to_hex(${0x01970000} + ((${n}) >> 12)), 8, '0') || '-' || lpad(to_hex((${n}) & 4095), 4, '0') || '-7000-8000-000000000000')::uuid`;
const PARENT = `CASE WHEN n > 10000 AND n <= ${FOLDERS} THEN 2000 + n % 8000 WHEN n > 2000 AND n <= ${FOLDERS} THEN 1 + n % 2000
  WHEN n > ${FOLDERS} AND n % 10 < 8 THEN 1 + (n::bigint * 31) % ${FOLDERS} END`;
const share = (id, principal, level, isContainer, from) =>
  `INSERT INTO shares (id, resource_id, principal_type, principal_id, level, is_container)
   SELECT gen_random_uuid(), ${id}, 'user', ${principal}, ${level}, ${isContainer} FROM ${from} ON CONFLICT DO NOTHING`;

/** Without triggers, which make an entry of the search for each. */
const FILL = (ownerId, personId) => [
  'SET session_replication_role = replica',
  `INSERT INTO resources (id, type, owner_id, parent_id, title, url)
   SELECT ${idOf('n')}, CASE WHEN n <= ${FOLDERS} THEN 'folder' ELSE 'file' END, '${ownerId}', ${idOf(PARENT)}, 'Thing ' || n, '/things/' || n
   FROM generate_series(1, ${RESOURCES}) n`,
  `INSERT INTO resource_paths (resource_id, ancestor_id, depth)
   WITH RECURSIVE walk AS (
     SELECT id, id AS above, 0 AS depth FROM resources WHERE title LIKE 'Thing %'
     UNION ALL SELECT w.id, r.parent_id, w.depth + 1 FROM walk w JOIN resources r ON r.id = w.above WHERE r.parent_id IS NOT NULL
   ) SELECT id, above, depth FROM walk`,
  `INSERT INTO folders (id, owner_id, parent_id, name)
   SELECT id, owner_id, parent_id, title FROM resources WHERE type = 'folder' AND title LIKE 'Thing %'`,
  `INSERT INTO shares (id, resource_id, principal_type, principal_id, level, is_container)
   SELECT gen_random_uuid(), id, 'owner', owner_id, 4, type = 'folder' FROM resources WHERE title LIKE 'Thing %'`,
  share(
    idOf(`1 + (n::bigint * 7919) % ${RESOURCES}`),
    `md5('u' || n % ${STRANGERS})::uuid`,
    '1 + n % 4',
    `(n::bigint * 7919) % ${RESOURCES} < ${FOLDERS}`,
    `generate_series(1, ${GRANTS}) n`,
  ),
  share(
    idOf(`n * ${Math.floor(FOLDERS / SHARED_FOLDERS)}`),
    `'${personId}'`,
    '1',
    'true',
    `generate_series(1, ${SHARED_FOLDERS}) n`,
  ),
  share(idOf(`${FOLDERS} + n * 3001`), `'${personId}'`, '1', 'false', `generate_series(1, ${SHARED_FILES}) n`),
  'SET session_replication_role = origin',
  'VACUUM ANALYZE resources',
  'VACUUM ANALYZE resource_paths',
  'VACUUM ANALYZE shares',
];

/**
 * Lists of 20 among a million resources with three million grants: for who may view a few thousand of them, beside the same list for who
 * manages all, which asks for no rights. In lines of text.
 */
export async function rights({ databaseUrl, cached, uncached }, { rounds, seconds, say }) {
  const { origin, pid } = uncached;
  const manager = await personOf(origin, 'manager@example.com', (id) =>
    queries(databaseUrl, [`UPDATE users SET permissions = '{manage_files,manage_school}' WHERE id = '${id}'`]),
  );
  const person = await personOf(origin, 'rights@example.com');
  say('Filling a million resources…');
  await queries(databaseUrl, FILL(manager.id, person.id));
  const [[{ id: folder }]] = await queries(databaseUrl, [
    `SELECT resource_id AS id FROM shares s WHERE principal_id = '${person.id}' AND is_container
     ORDER BY (SELECT count(*) FROM resources r WHERE r.parent_id = s.resource_id) DESC LIMIT 1`,
  ]);
  const lines = [];
  for (const [what, path] of [
    ['the newest files', '/api/v1/resources?type=file&limit=20'],
    ['the newest of all kinds', '/api/v1/resources?limit=20'],
    ['what lies in a folder', `/api/v1/folders/${folder}/children?limit=20`],
  ]) {
    const contender = (name, bearer) => ({
      name,
      origin,
      pid,
      requests: [{ path, headers: { authorization: `Bearer ${bearer}` } }],
    });
    const [own, all] = await measure([contender('own', person.token), contender('all', manager.token)], {
      rounds,
      seconds,
    });
    if (own.bad + all.bad > 0) process.exitCode = 1;
    lines.push(
      `| ${what} | ${Math.round(own.rate)} | ${own.p99.toFixed(1)} | ${Math.round(all.rate)} | ${all.p99.toFixed(1)} | ${(own.rate / all.rate).toFixed(2)} |`,
    );
    say(lines[lines.length - 1]);
  }
  const { median, longest } = await refused(origin, cached.origin, manager, person);
  return `| 20 of ${RESOURCES} resources | with rights/s | p99 ms | without/s | p99 ms | share |
| --- | --: | --: | --: | --: | --: |
${lines.join('\n')}

A share taken back on one instance is refused on the other ${median.toFixed(1)} ms later (median of ${TIMES}; the longest ${longest.toFixed(1)} ms).`;
}

/** How long after the answer to the revocation the other instance goes on to show what was shared. */
async function refused(here, there, manager, person) {
  const call = (origin, { token }, method, path, body) =>
    fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
  const { id } = await (await call(here, manager, 'POST', '/folders', { name: 'To and fro' })).json();
  const principal = { type: 'user', id: person.id };
  const share = { resource_type: 'folder', resource_id: id, principal, permission: 'view' };
  const times = [];
  for (let n = 0; n < TIMES; n++) {
    const made = await (await call(here, manager, 'POST', '/shares', share)).json();
    if ((await call(there, person, 'GET', `/folders/${id}`)).status !== 200) throw new Error('A share is not seen');
    await call(here, manager, 'DELETE', `/shares/${made.id}`);
    const from = performance.now();
    while ((await call(there, person, 'GET', `/folders/${id}`)).status !== 404);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return { median: times[TIMES / 2], longest: times[TIMES - 1] };
}
