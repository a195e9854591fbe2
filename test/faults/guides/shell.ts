import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { register } from '../../support/children';

/** How a piece of a guide went. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** What failed, such as `57: exit 1: grep -o x`; null when all went well. */
  readonly failure: string | null;
}

/** One bash, in which variables and functions live on from piece to piece, and in which nothing may fail. */
export class Shell {
  private readonly child: ChildProcess;
  private readonly control: Readable;
  private readonly failures: string;
  private readonly exited: Promise<unknown>;
  private count = 0;

  /** @param folder where its files lie @param cwd where it works */
  constructor(
    private readonly folder: string,
    cwd: string,
    env: Record<string, string>,
  ) {
    this.failures = join(folder, 'failures');
    this.child = spawn('bash', ['--noprofile', '--norc'], {
      cwd,
      env,
      detached: true, // a group of its own, to be ended with all that it has started
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    });
    register(this.child.pid);
    this.child.stdin?.on('error', () => undefined); // one that has ended reads no more
    this.control = this.child.stdio[3] as Readable;
    this.exited = once(this.child, 'exit');
    this.tell(`set -eEu -o pipefail; trap 'echo "$LINENO: exit $?: $BASH_COMMAND" >> ${quoted(this.failures)}' ERR`);
  }

  /** @param line where it stands in the guide, so that bash names that line @param limitMs ends what hangs */
  async run(line: number, code: string, limitMs: number): Promise<Ran> {
    const base = join(this.folder, `piece-${++this.count}`);
    const [file, out, err] = [`${base}.sh`, `${base}.out`, `${base}.err`];
    writeFileSync(file, '\n'.repeat(line - 1) + code);
    const done = once(this.control, 'data').then(() => 'done' as const);
    this.tell(`source ${quoted(file)} > ${quoted(out)} 2> ${quoted(err)} < /dev/null 3>&-`);
    this.tell('echo done >&3');
    const late = new AbortController();
    const how = await Promise.race([
      done,
      this.exited.then(() => 'ended' as const),
      sleep(limitMs, 'late' as const, { signal: late.signal }),
    ]);
    late.abort();
    const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
    const [first] = read(this.failures).split('\n');
    const failure = how === 'done' ? null : how === 'late' ? `${line}: not over after ${limitMs} ms` : first;
    return { stdout: read(out), stderr: read(err), failure: failure === '' ? `${line}: the shell has ended` : failure };
  }

  /** Ends it and everything it has started. */
  async close(): Promise<void> {
    const group = -(this.child.pid as number);
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      try {
        process.kill(group, signal);
      } catch {
        break; // nobody is left
      }
      await Promise.race([this.exited, sleep(500)]);
    }
    await this.exited;
  }

  private tell(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
