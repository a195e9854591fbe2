import { ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { register } from '../../support/children';
import { until } from '../../support/until';

/** @throws Error where `npm run test:faults` has not found the programs; without CI it leaves out the specs then (jest.config.cjs) */
export function assertPrograms(): void {
  if (!process.env.TEST_MAIL_PROGRAMS) throw new Error('Programs of mail are missing: TEST_MAIL_PROGRAMS is not set');
}

/** A server of another project that runs beside the test, in the foreground, with what it has written. */
export class Program {
  output = '';
  private readonly exited: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (this.output += String(bytes)));
    this.exited = once(child, 'exit');
  }

  /** Once it listens at the port of the loopback. @throws Error with its output where it ends before */
  static async start(command: string, args: readonly string[], port: number): Promise<Program> {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    register(child.pid);
    const program = new Program(child);
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
    await until(async () => hasEnded() || (await listens(port)));
    if (hasEnded()) throw new Error(`${command} has ended: ${program.output}`);
    return program;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.child.kill(signal);
    await this.exited;
  }
}

/** How a program has ended that runs to its end. */
export interface Run {
  readonly code: number;
  /** Of both streams. */
  readonly output: string;
}

/** @param env on top of PATH */
export function runProgram(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  input = '',
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const options = { env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env }, timeout: 60_000, maxBuffer: 2 ** 26 };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(new Error(error.message));
      else resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
    register(child.pid);
    child.stdin?.on('error', () => undefined); // it may be over before it has read
    child.stdin?.end(input);
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
