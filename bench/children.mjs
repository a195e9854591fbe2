import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { signal, sleep } from '../scripts/lib/processes.mjs';

const READY_MS = 30_000;
const POLL_MS = 10;
const END_MS = 10_000;
const TAIL = 4000;
const TICK_S = 1 / 100; // of /proc/<pid>/stat, as on every Linux

const running = new Set();
let closing = false;

/** Starts a program with this environment alone. Its output is kept, to be shown when it fails. @throws Error after `endChildren` */
function start(program, args, env) {
  if (closing) throw new Error('Ending');
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const started = { child, output: '', ended: false };
  const keep = (bytes) => (started.output = (started.output + bytes).slice(-TAIL));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  started.end = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  }).then((code) => {
    started.ended = true;
    running.delete(started);
    return code;
  });
  running.add(started);
  return started;
}

/** Runs `node …args` to its end. @throws Error with its output when it fails */
export async function runNode(args, env) {
  const started = start(process.execPath, args, env);
  const code = await started.end;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${started.output}`);
}

/** `startServer` for a server in JavaScript, run by this Node. */
export const startServer = (args, env, url) => startProgram(process.execPath, args, env, url);

/** Starts a server; answers it with the ms until `url` first answered 200. @throws Error when it ends or stays silent */
export async function startProgram(program, args, env, url) {
  const fromMs = performance.now();
  const started = start(program, args, env);
  while (performance.now() - fromMs < READY_MS && !started.ended) {
    const response = await fetch(url).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return { ...started, pid: started.child.pid, readyMs: performance.now() - fromMs };
    await sleep(POLL_MS);
  }
  throw new Error(`${program} ${args.join(' ')} does not answer at ${url}:\n${started.output}`);
}

/** Ends every child, for good: asks first, by force after a while. */
export async function endChildren() {
  closing = true;
  const children = [...running];
  for (const { child } of children) if (child.pid) signal(child.pid, 'SIGTERM');
  const deadline = sleep(END_MS).then(() => 'late');
  for (const { child, end } of children) {
    if ((await Promise.race([end, deadline])) === 'late') child.kill('SIGKILL');
  }
}

/** Resident memory of a process, in MB. */
export function residentMb(pid) {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

/** User and system time of a process so far, all its threads together. */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_S;
}
