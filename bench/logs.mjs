import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { residentMb } from './children.mjs';
import { queries } from './seed.mjs';

const require = createRequire(import.meta.url);
const POD = 'default_bench-1_01940000-0000-7000-8000-000000000000';
const PIECE_LINES = 20_000;
const FOLLOWED_LINES = 200_000;
const TAILS = 20;

/**
 * What reading logs costs, in lines of text: the last hundred lines of a big file, lines a second to one who follows, and
 * what masking takes of that. The file goes to the system's temporary folder, or where BENCH_FOLDER says.
 */
export async function logs(stage, gigabytes = 2) {
  const folder = join(process.env.BENCH_FOLDER ?? tmpdir(), `atrium-bench-logs-${process.pid}`);
  mkdirSync(join(folder, POD, 'big'), { recursive: true });
  mkdirSync(join(folder, POD, 'live'));
  try {
    const lines = writeLines(join(folder, POD, 'big', '0.log'), gigabytes * 2 ** 30);
    closeSync(openSync(join(folder, POD, 'live', '0.log'), 'w'));
    await queries(stage.databaseUrl, [`UPDATE users SET permissions = '{read_logs}'`]);
    const server = await stage.startAtrium({ LOGS_SOURCE: 'directory', LOGS_DIRECTORY: folder });
    const headers = { authorization: `Bearer ${await stage.token()}` };
    const read = async (query) => {
      const begun = performance.now();
      const answer = await fetch(`${server.origin}/api/v1/logs/bench-1?container=big&${query}`, { headers });
      const body = await answer.json();
      if (answer.status !== 200) throw new Error(JSON.stringify(body));
      return { ms: performance.now() - begun, body };
    };
    await read('tail=1');
    const beforeMb = residentMb(server.pid);
    const times = [];
    for (let n = 0; n < TAILS; n++) times.push((await read('tail=100')).ms);
    const tailMb = residentMb(server.pid);
    times.sort((a, b) => a - b);
    const middle = new Date(Date.parse('2026-11-25T00:00:00Z') + lines / 2).toISOString();
    const until = await read(`tail=100&until=${middle}`);
    const rare = await read('tail=100&q=nowhere-to-be-found');
    const expression = await read('tail=100&regex=true&q=timeout%7Crefused-by-.*now');
    const afterMb = residentMb(server.pid);
    const followed = await follow(server, headers, join(folder, POD, 'live', '0.log'));
    const { mask } = require('../dist/src/core/kernel/logging/index.js');
    const { parseCri } = require('../dist/src/modules/platform/logs/sources/cri.js');
    const sample = Array.from({ length: PIECE_LINES }, (_, n) => parseCri(lineOf(n)).text);
    for (const one of sample) mask(one);
    const begun = performance.now();
    for (const one of sample) mask(one);
    const maskUs = ((performance.now() - begun) * 1000) / PIECE_LINES;
    return [
      `Last 100 lines of ${gigabytes} GiB (${lines} lines): median ${times[TAILS / 2].toFixed(1)} ms, longest ${times[TAILS - 1].toFixed(1)} ms of ${TAILS}; ${(tailMb - beforeMb).toFixed(1)} MB more resident memory.`,
      `Its 100 lines before the middle of its time: ${until.ms.toFixed(1)} ms. Looked for in vain in the newest 128 MiB: ${(rare.body.truncated ? rare.ms / 1000 : NaN).toFixed(1)} s by words, ${(expression.ms / 1000).toFixed(1)} s by an expression; ${(afterMb - beforeMb).toFixed(1)} MB more than before.`,
      `Followed: ${Math.round(followed.perSecond)} lines/s to one client (${FOLLOWED_LINES} lines of JSON of about 200 bytes).`,
      `Masking: ${maskUs.toFixed(2)} µs a line, ${Math.round((maskUs * followed.perSecond) / 1e4)} % of the time at that rate.`,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A line a ms, as a container runtime writes what this application logs. */
function lineOf(n) {
  const time = new Date(Date.parse('2026-11-25T00:00:00Z') + n).toISOString();
  const id = `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  return `${time.slice(0, 23)}000000Z stdout F {"level":"info","time":"${time}","requestId":"${id}","method":"GET","path":"/api/v1/products/${n % 1000}","route":"/api/v1/products/:id","status":200,"ms":${n % 97},"msg":"request"}`;
}

/** @returns how many lines it has */
function writeLines(path, bytes) {
  const file = openSync(path, 'w');
  let [written, line] = [0, 0];
  while (written < bytes) {
    const piece = Array.from({ length: PIECE_LINES }, (_, n) => lineOf(line + n)).join('\n') + '\n';
    written += writeSync(file, piece);
    line += PIECE_LINES;
  }
  closeSync(file);
  return line;
}

/** Lines that are written all at once, until the last has come. */
async function follow({ origin }, headers, path) {
  const controller = new AbortController();
  const response = await fetch(`${origin}/api/v1/logs/bench-1?container=live&follow=true&tail=0`, {
    headers,
    signal: controller.signal,
  });
  const file = openSync(path, 'a');
  const last = `-${String(FOLLOWED_LINES - 1).padStart(12, '0')}`;
  const decoder = new TextDecoder();
  const reading = (async () => {
    let tail = '';
    for await (const bytes of response.body) {
      const text = tail + decoder.decode(bytes, { stream: true });
      if (text.includes(last)) return performance.now();
      tail = text.slice(-last.length); // it may be torn apart
    }
    throw new Error('The stream ended before the last line came');
  })();
  const begun = performance.now();
  for (let n = 0; n < FOLLOWED_LINES; n += PIECE_LINES) {
    writeSync(file, Array.from({ length: PIECE_LINES }, (_, i) => lineOf(n + i)).join('\n') + '\n');
  }
  closeSync(file);
  const ended = await reading;
  controller.abort();
  return { perSecond: (FOLLOWED_LINES * 1000) / (ended - begun) };
}
