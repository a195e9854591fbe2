import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { register } from './children';
import { Client } from './client';
import { until } from './until';

const MAIN = 'dist/src/main.js';
/** A start takes two seconds on a machine of its own, and any number on a busy one. */
const READY_MS = 100_000;

/** A whole process of the built application, to be signalled and killed. */
export class Instance {
  output = '';
  readonly exited: Promise<number | null>;

  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
  ) {
    child.stdout?.on('data', (bytes) => (this.output += String(bytes)));
    child.stderr?.on('data', (bytes) => (this.output += String(bytes)));
    this.exited = once(child, 'exit').then(([code]) => code as number | null);
  }

  /** @param env on top of nothing but PATH @param cwd where it works @throws Error where nothing is built */
  static start(port: number, env: Record<string, string>, command = [resolve(MAIN)], cwd?: string): Instance {
    if (!existsSync(MAIN)) throw new Error('Build first: `npm test` does');
    const child = spawn(process.execPath, command, {
      cwd,
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        LOG_DIR: 'off',
        DATA_DIR: mkdtempSync(join(tmpdir(), 'atrium-test-')),
        ...env,
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    register(child.pid);
    return new Instance(child, port);
  }

  get client(): Client {
    return new Client(`http://127.0.0.1:${this.port}`);
  }

  /** @throws Error with its output when it has ended, or is not ready within a limit that only ends what hangs */
  async ready(limitMs = READY_MS): Promise<void> {
    const hasEnded = () => this.child.exitCode !== null || this.child.signalCode !== null;
    const answers = () =>
      this.client.get('//health/ready').then(
        ({ status }) => status === 200,
        () => false,
      );
    let isReady = false;
    await until(async () => (isReady = await answers()) || hasEnded(), limitMs).catch(() => undefined);
    if (!isReady) throw new Error(`Not ready: ${this.output}`);
  }

  /** Ends it by this signal. @returns its exit code, null when the signal ended it */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.exited;
  }
}

/** A TCP port of the loopback that is free right now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
