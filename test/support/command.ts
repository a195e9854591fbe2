import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What it wrote to both streams, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the built command line (`dist/src/cli.js`) to its end, on top of nothing but PATH. */
export async function runCommand(args: readonly string[], env: Record<string, string>, stdin = ''): Promise<Ended> {
  const child = spawn(process.execPath, ['dist/src/cli.js', ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += String(bytes)));
  child.stdin.on('error', () => undefined); // it may be over before it has read
  child.stdin.end(stdin);
  const [code] = await once(child, 'close');
  return { code, output };
}
