import { readFileSync } from 'node:fs';
import { measure } from './measure.mjs';
import { personOf } from './people.mjs';
import { queries } from './seed.mjs';

const RESOURCES = 1_000_000;
const FILL = readFileSync(new URL('./million.sql', import.meta.url), 'utf8');
const TIMES = 100;

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
  const fill = FILL.replaceAll(':owner', `'${manager.id}'`).replaceAll(':person', `'${person.id}'`);
  await queries(databaseUrl, fill.split(';\n'));
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
