import autocannon from 'autocannon';
import { cpuSeconds } from './children.mjs';
import { PRODUCTS, productId } from './seed.mjs';

const SECONDS = 4;
const LOGINS_AT_ONCE = 50;
const PRODUCT_RATE = 200;
const LOGOUTS = 20;

/**
 * What identity costs, in lines of text: logins a second, what logins do to others' answers, the session check of one
 * request, and how soon a logout on one instance is felt on the other.
 */
export async function identity(stage) {
  const { cached, uncached } = stage;
  const login = { ...stage.login, path: '/api/v1/auth/login' };
  const products = Array.from({ length: 100 }, (_, n) => ({
    path: `/api/v1/products/${productId((n + 1) * (PRODUCTS / 100))}`,
  }));
  const read = () => load(uncached, products, { connections: 8, overallRate: PRODUCT_RATE });

  const logins = await load(uncached, [login], { connections: 16 });
  const quiet = await read();
  const [during] = await Promise.all([read(), load(uncached, [login], { connections: LOGINS_AT_ONCE })]);

  const live = { path: '/health/live' };
  const authorization = `Bearer ${await stage.token()}`;
  const nobody = await cpuOf(cached, [live]);
  const somebody = await cpuOf(cached, [{ ...live, headers: { authorization } }]);

  const felt = [];
  for (let n = 0; n < LOGOUTS; n++) felt.push(await logoutToRefusal(stage));
  felt.sort((a, b) => a - b);
  return [
    `Logins: ${Math.round(logins.rate)}/s (argon2id m=19456 t=2 p=1, ${logins.bad} refused), p99 ${logins.p99} ms with 16 at once.`,
    `GET /products/{id} at ${PRODUCT_RATE}/s: p99 ${quiet.p99} ms when quiet, ${during.p99} ms while ${LOGINS_AT_ONCE} logins run at once (${during.bad} failed).`,
    `Token and session check: ${Math.round(somebody - nobody)} µs of CPU a request (${Math.round(nobody)} without a token, ${Math.round(somebody)} with one).`,
    `Logout on one instance to refusal on the other: median ${Math.round(felt[LOGOUTS / 2])} ms, longest ${Math.round(felt[LOGOUTS - 1])} ms of ${LOGOUTS}.`,
  ].join('\n');
}

async function load({ origin }, requests, options) {
  const result = await autocannon({ url: origin, duration: SECONDS, requests, ...options });
  return {
    rate: result['2xx'] / result.duration,
    p99: result.latency.p99,
    bad: result.non2xx + result.errors + result.timeouts,
    requests: result.requests.total,
  };
}

/** Microseconds of the process's CPU time a request, the connection's share included. */
async function cpuOf(server, requests) {
  const before = cpuSeconds(server.pid);
  const { requests: done } = await load(server, requests, { connections: 8 });
  return ((cpuSeconds(server.pid) - before) / done) * 1e6;
}

async function logoutToRefusal({ cached, uncached, token }) {
  const headers = { authorization: `Bearer ${await token()}` };
  const me = ({ origin }) => fetch(`${origin}/api/v1/auth/me`, { headers }).then(({ status }) => status);
  for (const one of [cached, uncached]) if ((await me(one)) !== 200) throw new Error('The session is not known');
  const begun = performance.now();
  await fetch(`${cached.origin}/api/v1/auth/logout`, { method: 'POST', headers });
  while ((await me(uncached)) !== 401) if (performance.now() - begun > 5000) throw new Error('Not felt within 5 s');
  return performance.now() - begun;
}
