import autocannon from 'autocannon';
import pg from 'pg';
import { freePort, sleep } from '../scripts/lib/processes.mjs';
import { startServer } from './children.mjs';

const CONNECTIONS = 32;
const CONCURRENCY = 8;
const SECONDS = 4;
const ROUNDS = 3;
const PACE = 50;
const POLL_MS = 50;
const GIVE_UP_MS = 120_000;
const BODY = JSON.stringify([{ value: 1 }]);
const JSON_TYPE = { 'content-type': 'application/json' };

const DONE = `SELECT count(*) FILTER (WHERE status = 'completed')::int AS done, count(*)::int AS all FROM tasks`;
const WAITS = `SELECT percentile_cont(ARRAY[0.5, 0.99]) WITHIN GROUP (ORDER BY extract(epoch FROM started_at - created_at) * 1000) AS waits
  FROM tasks WHERE created_at >= $1`;

/**
 * Tasks that do nothing, asked for through the API and done, beside a bare Bull behind a bare Fastify route; in lines of
 * text. Each is loaded without pause, then waited for; its rate counts both.
 */
export async function tasks(stage) {
  const { cached, uncached } = stage;
  uncached.child.kill('SIGTERM'); // else two processes of Atrium would share the work
  await uncached.end;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...stage.bareEnv, PORT: String(port), CONCURRENCY: String(CONCURRENCY) };
  await startServer(['bench/bare-bull.mjs'], env, `${origin}/health/live`);
  const client = new pg.Client(stage.databaseUrl);
  await client.connect();
  try {
    const countAtrium = async () => (await client.query(DONE)).rows[0].done;
    const countBare = async () => (await (await fetch(`${origin}/done`)).json()).done;
    const atrium = {
      url: `${cached.origin}/api/v1/tasks/process-data?operation=count`,
      headers: { ...JSON_TYPE, authorization: `Bearer ${await stage.token()}` },
    };
    const bare = { url: `${origin}/tasks`, headers: JSON_TYPE };
    const contenders = [
      { load: atrium, count: countAtrium, rounds: [] },
      { load: bare, count: countBare, rounds: [] },
    ];
    for (const one of contenders) await round(one, 1);
    for (let n = 0; n < ROUNDS; n++) for (const one of contenders) one.rounds.push(await round(one, SECONDS));
    const begun = (await client.query('SELECT now() AS at')).rows[0].at;
    await load(atrium, { overallRate: PACE, duration: 2 * SECONDS });
    await allDone(countAtrium, (await client.query(DONE)).rows[0].all);
    const [p50, p99] = (await client.query(WAITS, [begun])).rows[0].waits;
    const [mine, theirs] = contenders.map(({ rounds }) => medianOf(rounds));
    return [
      `Tasks: ${Math.round(mine.rate)}/s asked for and done (${Math.round(mine.asked)}/s asked for alone), bare Bull ${Math.round(theirs.rate)}/s ` +
        `(${Math.round(theirs.asked)}/s), share ${(mine.rate / theirs.rate).toFixed(2)}; medians of ${ROUNDS} rounds of ${SECONDS} s.`,
      `From asked for to begun, at ${PACE}/s: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms.`,
    ].join('\n');
  } finally {
    await client.end();
  }
}

async function round({ load: target, count }, seconds) {
  const before = await count();
  const from = performance.now();
  const asked = await load(target, { duration: seconds });
  await allDone(count, before + asked);
  const took = (performance.now() - from) / 1000;
  return { rate: asked / took, asked: asked / seconds };
}

/** @returns how many were accepted */
async function load({ url, headers }, options) {
  const result = await autocannon({ url, method: 'POST', headers, body: BODY, connections: CONNECTIONS, ...options });
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0) throw new Error(`${bad} of the tasks were refused`);
  return result['2xx'];
}

/** At least so many: what a load has cut off at its end may have been accepted all the same. */
async function allDone(count, wanted) {
  const from = performance.now();
  while ((await count()) < wanted) {
    if (performance.now() - from > GIVE_UP_MS) throw new Error(`Only ${await count()} of ${wanted} tasks were done`);
    await sleep(POLL_MS);
  }
}

const medianOf = (rounds) => rounds.toSorted((a, b) => a.rate - b.rate)[Math.floor(rounds.length / 2)];
