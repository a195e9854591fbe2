import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { commandOf, identify } from './processes.mjs';

/** What postmaster.pid says about a live server of this very folder: pid, port, status; else null. */
export function postmaster(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!identify(pid) || !commandOf(pid).includes(`-D ${data} `)) return null;
    return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

/** The postmaster once it takes connections, else null. */
export async function isReady(data) {
  const found = postmaster(data);
  return found?.status === 'ready' && (await answers(found.port)) ? found : null;
}

/** Asks whether TLS is spoken (an SSLRequest): a Postgres answers with one byte, without any login. */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 });
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.once('data', (bytes) => done(bytes[0] === 0x4e || bytes[0] === 0x53));
    socket
      .once('error', () => done(false))
      .once('timeout', () => done(false))
      .once('close', () => done(false));
  });
}

/** After a power loss another process may bear the pid of postmaster.pid; Postgres would take it for a server. */
export function dropForeignPid(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (identify(pid) && !postmaster(data)) unlinkSync(file);
}
