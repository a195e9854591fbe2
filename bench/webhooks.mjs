import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, sleep } from '../scripts/lib/processes.mjs';
import { startServer } from './children.mjs';
import { measure } from './measure.mjs';
import { contendersOf, ROWS } from './rows.mjs';

const WEBHOOKS = 10;
const EVENTS = 2000;
const POLL_MS = 20;
const GIVE_UP_MS = 180_000;
const PENDING = `SELECT (SELECT count(*) FROM webhook_deliveries WHERE state = 'pending')
  + (SELECT count(*) FROM webhook_events WHERE spread_at IS NULL) AS left`;
const FILL = `INSERT INTO webhook_events (id, type, about, subject_id, path)
  SELECT gen_random_uuid(), 'orders.placed', 'order', (SELECT id FROM orders LIMIT 1), '/' FROM generate_series(1, ${EVENTS})`;

/** A key and a certificate for 127.0.0.1, and the variables by which Atrium trusts it; null where there is no openssl. */
export function webhooksStage() {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=bench', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const { status } = spawnSync('openssl', ['req', '-x509', ...curve, ...names, '-keyout', key, '-out', cert]);
  return status === 0 ? { key, cert, env: { WEBHOOK_CA: cert, WEBHOOK_HOSTS: '127.0.0.1' } } : null;
}

/** Deliveries/s to a local https server, and orders/s with and without webhooks that are told of each, in turns; in lines of text. */
export async function webhooks(stage, { rounds, seconds, files }) {
  if (!files) return 'Webhooks: there is no openssl to make a certificate with.';
  const { cached, uncached, databaseUrl } = stage;
  uncached.child.kill('SIGTERM'); // else two processes would share the work
  await uncached.end;
  const port = await freePort();
  const health = await freePort();
  const ports = { PORT: String(port), HEALTH_PORT: String(health) };
  const env = { PATH: process.env.PATH, ...ports, KEY: files.key, CERT: files.cert };
  await startServer(['bench/webhooks-receiver.mjs'], env, `http://127.0.0.1:${health}`);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await stage.token()}` };
    const ids = [];
    for (let n = 0; n < WEBHOOKS; n++) ids.push(await make(`${cached.origin}/api/v1/webhooks`, port, headers));
    const row = { ...ROWS.find(({ name }) => name === 'order'), bare: {} };
    const [contender] = await contendersOf(row, stage);
    const idle = async () => {
      await row.settle(stage);
      await until(async () => Number((await client.query(PENDING)).rows[0].left) === 0);
    };
    await idle();
    const from = performance.now();
    await client.query(FILL);
    await idle();
    const rate = (EVENTS * WEBHOOKS * 1000) / (performance.now() - from);
    const found = { with: [], without: [] };
    for (let n = 0; n < rounds; n++) {
      for (const which of ['with', 'without']) {
        const isActive = which === 'with';
        for (const id of ids) await change(`${cached.origin}/api/v1/webhooks/${id}`, headers, isActive);
        await sleep(1000);
        const [{ rate: orders, bad }] = await measure([contender], { rounds: 1, seconds, settle: idle });
        if (bad > 0) throw new Error(`${bad} orders were refused`);
        found[which].push(orders);
      }
    }
    const [told, alone] = [found.with, found.without].map(median);
    return (
      `Webhooks: ${Math.round(rate)} deliveries/s of ${EVENTS} events to ${WEBHOOKS} webhooks; ` +
      `${Math.round(told)} orders/s with ${WEBHOOKS} webhooks told of each, ${Math.round(alone)} without, share ${(told / alone).toFixed(2)}.`
    );
  } finally {
    await client.end();
  }
}

async function make(url, port, headers) {
  const body = JSON.stringify({ url: `https://127.0.0.1:${port}/`, events: ['orders.placed'] });
  const response = await fetch(url, { method: 'POST', headers, body });
  if (response.status !== 201) throw new Error(`A webhook was refused: ${await response.text()}`);
  return (await response.json()).id;
}

async function change(url, headers, isActive) {
  const response = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ is_active: isActive }) });
  if (!response.ok) throw new Error(`A webhook was not changed: ${await response.text()}`);
}

async function until(isSo) {
  const end = performance.now() + GIVE_UP_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('Webhooks still wait');
    await sleep(POLL_MS);
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
