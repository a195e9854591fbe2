import { join } from 'node:path';
import { run } from './children.mjs';
import { unlessStopped } from './launch.mjs';
import { withLock } from './lock.mjs';
import { listenError, StartError } from './processes.mjs';
import { root } from './services.mjs';

/**
 * Migrates, and fills the demo when it is wanted; answers the lines that name the demo's logins.
 * `dist` is the folder of what is built.
 */
export function fill(env, dist = 'dist') {
  return withLock(join(env.DATA_DIR, 'run', 'migrate.lock'), async () => {
    unlessStopped();
    await cli(dist, 'migrate', env);
    unlessStopped();
    return env.DEMO === 'true' ? (await cli(dist, 'demo', env)).trim() : '';
  });
}

async function cli(dist, command, env) {
  const { code, output } = await run(process.execPath, [`${dist}/src/cli.js`, command], {
    cwd: root,
    env,
    quiet: true,
  });
  unlessStopped();
  if (code) throw new StartError(output.trim() || `\`cli.js ${command}\` failed with exit code ${code}.`);
  return output;
}

/** Whether the server at this address serves. */
export async function isReady(host, port) {
  const name = !host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  try {
    return (await fetch(`http://${name}:${port}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

/** The port to listen on. @throws StartError */
export function portNumber() {
  const text = process.env.PORT || '8000';
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new StartError('PORT must be a number from 1 to 65535.');
}

/** @throws StartError where nobody can listen on the port */
export async function checkPort(port) {
  const code = await listenError(port, process.env.HOST || '0.0.0.0');
  if (code === 'EADDRINUSE') throw new StartError(`Port ${port} is taken; choose another: PORT=${port + 1} npm start`);
  if (code) throw new StartError(`Cannot listen on the address of HOST, port ${port}: ${code}.`);
}

/** On unless switched off; in production off unless switched on. */
export function wantsDemo() {
  const value = process.env.DEMO?.toLowerCase();
  return process.env.NODE_ENV === 'production' ? value === 'true' : value !== 'false';
}
