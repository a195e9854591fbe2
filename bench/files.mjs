import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { residentMb } from './children.mjs';

const MIB = 1_048_576;
const LARGE = 1024 * MIB;
const SMALL = 10 * MIB;
const AT_ONCE = 20;
const POLL_INTERVAL_MS = 50;
const PDF_HEAD = Buffer.from('%PDF-1.4\n');
const PDF_TAIL = Buffer.from('\n%%EOF\n');
const BOUNDARY = 'bench-boundary';

/**
 * A file of 1 GiB up and down, beside `dd` and `sha256sum` of the same file, with the memory that Atrium takes meanwhile; then
 * twenty of 10 MiB at once. In lines of text.
 */
export async function files(stage) {
  const server = await stage.startAtrium({
    CACHE: 'on',
    APP_ROLE: 'web',
    MAX_FILE_SIZE: String(LARGE),
    FILE_QUOTA: String(4 * LARGE),
  });
  const headers = { authorization: `Bearer ${await stage.token()}` };
  const path = join(tmpdir(), `atrium-bench-${process.pid}.pdf`);
  try {
    const checksum = await makePdf(path, LARGE);
    const shell = await timed(() =>
      run('sh', ['-c', `dd if=${path} of=${path}.copy bs=1M conv=fsync status=none && sha256sum ${path}.copy`]),
    );
    rmSync(`${path}.copy`);
    const idleMb = residentMb(server.pid);
    let peakMb = idleMb;
    const watch = setInterval(() => (peakMb = Math.max(peakMb, residentMb(server.pid))), POLL_INTERVAL_MS);
    const up = await timed(() =>
      upload(server.origin, headers, () => createReadStream(path, { highWaterMark: MIB }), LARGE),
    );
    const down = await timed(() => download(server.origin, headers, up.result.id));
    clearInterval(watch);
    if (up.result.checksum !== checksum || down.result !== checksum) throw new Error('The bytes are not the same');
    await remove(server.origin, headers, up.result.id);
    const small = pdf(SMALL);
    const many = await timed(() =>
      Promise.all(
        Array.from({ length: AT_ONCE }, () => upload(server.origin, headers, () => Readable.from([small]), SMALL)),
      ),
    );
    const rate = ({ ms }) => Math.round(LARGE / MIB / (ms / 1000));
    return [
      `1 GiB: up at ${rate(up)} MB/s, down at ${rate(down)} MB/s, byte-equal; dd and sha256sum of it ${rate(shell)} MB/s; ` +
        `${Math.round(peakMb - idleMb)} MiB more resident memory at the peak.`,
      `${AT_ONCE} uploads of 10 MiB at once: ${(many.ms / 1000).toFixed(1)} s.`,
    ].join('\n');
  } finally {
    server.child.kill('SIGTERM');
    rmSync(path, { force: true });
  }
}

async function upload(origin, headers, open, size) {
  const head = Buffer.from(
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="bench.pdf"\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  async function* form() {
    yield head;
    yield* open();
    yield tail;
  }
  const response = await fetch(`${origin}/api/v1/storage/upload`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': String(head.length + size + tail.length),
    },
    body: Readable.toWeb(Readable.from(form(), { objectMode: false })),
    duplex: 'half',
  });
  if (response.status !== 201) throw new Error(`An upload answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** @returns the SHA-256 of what came */
async function download(origin, headers, id) {
  const response = await fetch(`${origin}/api/v1/storage/download/${id}`, { headers });
  const hash = createHash('sha256');
  for await (const chunk of response.body) hash.update(chunk);
  return hash.digest('hex');
}

async function remove(origin, headers, id) {
  await fetch(`${origin}/api/v1/storage/files/${id}`, { method: 'DELETE', headers });
}

/** @returns its SHA-256 */
async function makePdf(path, size) {
  const hash = createHash('sha256');
  const block = randomBytes(MIB);
  async function* bytes() {
    yield PDF_HEAD;
    for (let left = size - PDF_HEAD.length - PDF_TAIL.length; left > 0; left -= MIB)
      yield block.subarray(0, Math.min(left, MIB));
    yield PDF_TAIL;
  }
  const counted = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(bytes(), { objectMode: false }), counted, createWriteStream(path));
  if (statSync(path).size !== size) throw new Error('The file to send has another size');
  await open(path).then((file) => file.sync().finally(() => file.close()));
  return hash.digest('hex');
}

const pdf = (size) => Buffer.concat([PDF_HEAD, randomBytes(size - PDF_HEAD.length - PDF_TAIL.length), PDF_TAIL]);

async function timed(work) {
  const from = performance.now();
  const result = await work();
  return { result, ms: performance.now() - from };
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    spawn(command, args, { stdio: 'ignore' }).once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    );
  });
}
