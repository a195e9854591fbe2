import { ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { Unavailable } from '../../../core/kernel/errors';
import { compiledFile } from '../../../core/kernel/runtime/thread';
import type { FeelMoment, FeelOutcome } from './feel';
import type { FeelLimit } from './feel-limits';
import { Turns } from './turns';

/** One expression to evaluate, in the form of a message between processes. */
export interface FeelJob {
  readonly source: string;
  readonly context: object;
  readonly moment: FeelMoment;
}

/** What came of it. */
export type FeelReply =
  | { readonly outcome: FeelOutcome }
  | { readonly invalid: { readonly reason: string; readonly position: { from: number; to: number } | null } }
  | { readonly limit: FeelLimit };

interface Waiting {
  readonly job: FeelJob;
  readonly owner: string;
  readonly resolve: (reply: FeelReply) => void;
  readonly reject: (error: Error) => void;
}

interface Member {
  readonly child: ChildProcess;
  isReady: boolean;
  current: Waiting | null;
}

const PROCESSES = 2;
/** Of one owner at once: one process is always left for the others. */
const PER_OWNER = PROCESSES - 1;
/** Nobody waits longer for a turn (ADR 46). */
const WAIT_MS = 4000;
/** After so long without an expression the processes end. */
const IDLE_MS = 60_000;
/** The engine's own limit lies beyond that of `FEEL_LIMITS`, at which the process is ended without an abort. */
const FLAGS = ['--max-old-space-size=128', '--max-semi-space-size=4', '--disallow-code-generation-from-strings'];
const FILE = join(__dirname, 'feel.process.js');

/**
 * The processes that evaluate expressions. Processes and not threads: a thread that asks for much memory at once aborts the whole
 * process, whatever its `resourceLimits` are (ADR 50). They are started by the first expression and have nothing of our environment.
 */
@Injectable()
export class FeelProcesses implements OnApplicationShutdown {
  private readonly log = new Logger(FeelProcesses.name);
  private readonly members = new Set<Member>();
  private readonly turns = new Turns<Waiting>();
  /** Those whose last expression has cost a process: their next one leaves another process to everybody else. */
  private readonly costly = new Set<string>();
  private idle: NodeJS.Timeout | undefined;
  private isClosed = false;

  /** @param owner whose turn it takes @throws Unavailable where it has no turn within four seconds */
  run(job: FeelJob, owner: string): Promise<FeelReply> {
    return new Promise<FeelReply>((resolve, reject) => {
      const waiting: Waiting = { job, owner, resolve, reject };
      setTimeout(() => this.giveUp(waiting), WAIT_MS).unref();
      this.turns.add(owner, waiting);
      this.serve();
    });
  }

  onApplicationShutdown(): void {
    this.isClosed = true;
    this.endAll();
  }

  /** Gives those who wait to processes that have nothing to do, and starts one more where none is left. */
  private serve(): void {
    clearTimeout(this.idle);
    const free = [...this.members].filter(({ isReady, current, child }) => isReady && !current && child.connected);
    for (let member = free.pop(); member; member = free.pop()) {
      const isLast = free.length === 0;
      const next = this.turns.take((owner) => this.runningOf(owner) < PER_OWNER && !(isLast && this.costly.has(owner)));
      if (!next) break;
      member.current = next;
      member.child.send(next.job);
    }
    if (this.members.size < PROCESSES && (this.turns.owners > 0 || this.costly.size > 0) && !this.isClosed)
      this.start();
    this.idle = setTimeout(() => this.endAll(), IDLE_MS).unref();
  }

  private giveUp(waiting: Waiting): void {
    if (this.turns.remove(waiting.owner, waiting)) waiting.reject(new Unavailable({ retryAfterS: 1 }));
  }

  private runningOf(owner: string): number {
    return [...this.members].filter(({ current }) => current?.owner === owner).length;
  }

  private start(): void {
    const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
    const child = fork(compiledFile(FILE), { cwd: '/', env: {}, execArgv: FLAGS, stdio: [...stdio] });
    child.unref(); // nobody's end waits for it
    child.channel?.unref();
    const member: Member = { child, isReady: false, current: null };
    this.members.add(member);
    child.on('message', (message: FeelReply | 'ready') => {
      if (message === 'ready') member.isReady = true;
      else this.settle(member, message);
      this.serve();
    });
    child.on('error', (error) => this.log.error(`A process for expressions: ${error.message}`));
    child.once('exit', (_code, signal) => this.gone(member, signal));
  }

  private settle(member: Member, reply: FeelReply, isOver = false): void {
    const { current } = member;
    if (!current) return;
    if (isOver) this.costly.add(current.owner);
    else this.costly.delete(current.owner);
    member.current = null;
    current.resolve(reply);
  }

  /** Its own thread has ended it for what the expression used, or the engine has, for want of memory. */
  private gone(member: Member, signal: NodeJS.Signals | null): void {
    this.members.delete(member);
    if (this.isClosed) {
      member.current?.reject(new Unavailable({ retryAfterS: 1 }));
      return;
    }
    if (!member.isReady) {
      this.log.error(`A process for expressions ended before it was ready (${signal})`);
      this.turns.take(() => true)?.reject(new Unavailable({ retryAfterS: 1 })); // else it would be tried without end
    }
    this.settle(member, { limit: signal === 'SIGKILL' ? 'time' : 'memory' }, true);
    this.serve();
  }

  private endAll(): void {
    this.costly.clear();
    for (const { child } of this.members) child.kill('SIGKILL');
  }
}
