import { createPublicKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/lib/processes.mjs';
import { endChildren, runNode, startServer } from './children.mjs';
import { benchUrl, clearRedis, createDatabase, dropDatabase, fill } from './seed.mjs';

const MAIN = 'dist/src/main.js';
const POOL = 10;
const PREFIX = 'atrium_bench';
const PASSWORD = 'Sunny-Day-42';
const EMAIL = 'bench@example.com';

/**
 * Sets up all that is measured: a database of its own, filled; Atrium with and without its cache; the bare server. Each is
 * a process of its own and knows only what stands here, so nothing of the caller's `.env` reaches it.
 * @param role `web`: no event is delivered, so what requests cost stands alone
 * @param env variables of Atrium beside those here
 * @param nodeArgs flags for the node under Atrium, such as `--cpu-prof`
 */
export async function setStage({ databaseUrl, redisUrl, role = 'all', nodeArgs = [], env: more = {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-bench-'));
  const publicUrl = 'http://bench.test';
  const shared = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATABASE_URL: benchUrl(databaseUrl),
    DATABASE_POOL: String(POOL),
    REDIS_URL: redisUrl,
    REDIS_PREFIX: PREFIX,
    PUBLIC_URL: publicUrl,
  };
  const atrium = {
    ...shared,
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'data'),
    LOG_DIR: join(folder, 'logs'),
    API_DOCS: 'off',
    APP_ROLE: role,
    // On, so that it costs what it costs, and never reached.
    RATE_LIMITS: '1000000000/minute,auth=1000000/minute',
    METRICS_TOKEN: randomBytes(30).toString('base64url'),
    ...more,
  };
  const startAtrium = async (env) => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const args = [...nodeArgs, MAIN];
    return {
      origin,
      ...(await startServer(args, { ...atrium, ...env, PORT: String(port) }, `${origin}/health/ready`)),
    };
  };

  async function strike() {
    await endChildren();
    await Promise.all([clearRedis(redisUrl, PREFIX), dropDatabase(databaseUrl)]).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    await Promise.all([createDatabase(databaseUrl), clearRedis(redisUrl, PREFIX)]);
    await runNode(['dist/src/cli.js', 'migrate'], atrium);
    await fill(shared.DATABASE_URL);
    const cached = await startAtrium({ CACHE: 'on' });
    const uncached = await startAtrium({ CACHE: 'off' });
    await post(cached.origin, 'register', {
      email: EMAIL,
      password: PASSWORD,
      full_name: 'Bench Mark',
      username: 'bench',
    });
    const { keys } = await (await fetch(`${cached.origin}/.well-known/jwks.json`)).json();
    const VERIFYING_KEY = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const env = { ...shared, VERIFYING_KEY, PORT: String(port) };
    const bare = { origin, ...(await startServer(['bench/bare.mjs'], env, `${origin}/health/live`)) };
    const token = async () => (await post(cached.origin, 'login', { email: EMAIL, password: PASSWORD })).access_token;
    const login = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
    };
    return {
      cached,
      uncached,
      bare,
      role,
      token,
      startAtrium,
      login,
      bareEnv: shared,
      databaseUrl: shared.DATABASE_URL,
      redis: { url: redisUrl, prefix: PREFIX },
      pool: POOL,
      strike,
    };
  } catch (error) {
    await strike();
    throw error;
  }
}

async function post(origin, action, body) {
  const response = await fetch(`${origin}/api/v1/auth/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${action} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
