import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { freePort } from '../scripts/lib/processes.mjs';
import { residentMb, startProgram, startServer } from './children.mjs';
import { measure, pace } from './measure.mjs';
import { table } from './table.mjs';

const GIB = 1_073_741_824;
const STEADY = 200;
const POLL_INTERVAL_MS = 50;
const PIECE_BYTES = 65_536;

/**
 * The gateway beside nginx (one worker, where there is one on the PATH) before the same upstream, in turns: requests/s, the time each adds,
 * and the memory that a GiB takes on its way. Answers lines of text.
 */
export async function gateway(stage, { rounds, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-bench-'));
  try {
    const port = await freePort();
    const upstream = `http://127.0.0.1:${port}`;
    await startServer(['bench/gateway-upstream.mjs'], { PATH: process.env.PATH, PORT: String(port) }, upstream);
    const targets = [{ url: upstream }];
    const upstreams = [{ name: 'open', targets, access: 'public' }, { name: 'signed', targets }]; // prettier-ignore
    const atrium = await stage.startAtrium({ GATEWAY_UPSTREAMS: JSON.stringify(upstreams) });
    const nginx = await startNginx(folder, upstream);
    const authorization = `Bearer ${await stage.token()}`;
    const get = (path, headers) => [{ method: 'GET', path, headers }];
    const contenders = [
      { name: 'Atrium', pid: atrium.pid, origin: atrium.origin, requests: get('/api/v1/gateway/open/x') },
      {
        name: 'Atrium, token checked',
        pid: atrium.pid,
        origin: atrium.origin,
        requests: get('/api/v1/gateway/signed/x', { authorization }),
      },
      ...(nginx ? [{ name: 'nginx', origin: nginx, requests: get('/x') }] : []),
      { name: 'the upstream itself', origin: upstream, requests: get('/x') },
    ];
    const [open, signed, ...others] = await measure(contenders, { rounds, seconds });
    const paced = [];
    // One at a time: of many at once most of the time is that of those before.
    const steadily = { perSecond: STEADY, seconds, connections: 1 };
    for (const one of contenders) paced.push({ name: one.name, ...(await pace(one, steadily)) });
    const alone = paced.at(-1);
    const added = paced.slice(0, -1).map(({ name, p50, p99 }) => `${name} ${(p50 - alone.p50).toFixed(2)} ms at p50 (p99 ${p99.toFixed(1)} ms)`); // prettier-ignore
    return [
      table([
        { label: 'a small answer through the gateway', results: [open, ...others] },
        { label: 'the same, token checked, identity told', results: [signed, ...others] },
      ]),
      '',
      `Added at ${STEADY} requests/s, one at a time: ${added.join(', ')}.`,
      nginx ? '' : 'No nginx on the PATH: there is nothing to be beside.',
      await bytes(atrium, '/api/v1/gateway/open'),
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A GiB either way. */
async function bytes({ origin, pid }, prefix) {
  const down = await withPeak(pid, async () => {
    const answer = await fetch(`${origin}${prefix}/bytes?n=${GIB}`);
    let got = 0;
    for await (const piece of answer.body) got += piece.length;
    return got;
  });
  const up = await withPeak(pid, async () => {
    const piece = Buffer.alloc(PIECE_BYTES, 'x');
    const body = Readable.from(Array(GIB / PIECE_BYTES).fill(piece));
    const request = httpRequest(`${origin}${prefix}/x`, { method: 'POST' });
    body.pipe(request);
    const [answer] = await once(request, 'response');
    return Number(await text(answer));
  });
  return [`1 GiB down: ${down}`, `1 GiB up: ${up}`].join('\n');
}

async function withPeak(pid, move) {
  const before = residentMb(pid);
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, residentMb(pid))), POLL_INTERVAL_MS);
  const fromMs = performance.now();
  const got = await move();
  clearInterval(watch);
  if (got !== GIB) throw new Error(`Of a GiB only ${got} bytes came through`);
  const rate = GIB / 1_048_576 / ((performance.now() - fromMs) / 1000);
  return `${Math.round(rate)} MiB/s, ${Math.round(peak - before)} MiB more resident memory at the peak (${Math.round(before)} before).`;
}

/** nginx with one worker and connections to the upstream that are kept; null where there is none. */
async function startNginx(folder, upstream) {
  if (spawnSync('nginx', ['-v']).error) return null;
  const port = await freePort();
  mkdirSync(join(folder, 'tmp'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (one) => `${one}_temp_path ${folder}/tmp;`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid() === 0 ? 'user root;' : ''} worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log ${folder}/access.log; ${temporary.join(' ')}
  upstream behind { server ${new URL(upstream).host}; keepalive 64; }
  server {
    listen 127.0.0.1:${port};
    keepalive_requests 100000000;
    location / { proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header X-Forwarded-For $remote_addr; }
  }
}
`,
  );
  const origin = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH };
  await startProgram('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], env, origin);
  return origin;
}
