import { ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { Unavailable } from '../../../../core/kernel/errors';
import { compiledFile } from '../../../../core/kernel/runtime/thread';
import type { RenderJob, RenderReply } from './render';

interface Waiting {
  readonly job: RenderJob;
  readonly resolve: (reply: RenderReply) => void;
  readonly reject: (error: Error) => void;
}

interface Member {
  readonly child: ChildProcess;
  isReady: boolean;
  current: Waiting | null;
}

const PROCESSES = 2;
const WAIT_MS = 4000;
const IDLE_MS = 60_000;
/** The engine's own limit lies beyond that at which the process is ended. */
const FLAGS = ['--max-old-space-size=256', '--disallow-code-generation-from-strings'];
const FILE = join(__dirname, 'render.process.js');

/** The processes that render templates (ADR 58). They are started by the first template and have nothing of our environment. */
@Injectable()
export class RenderProcesses implements OnApplicationShutdown {
  private readonly log = new Logger(RenderProcesses.name);
  private readonly members = new Set<Member>();
  private readonly waiting: Waiting[] = [];
  private idle: NodeJS.Timeout | undefined;
  private isClosed = false;

  /** @throws Unavailable where no process is free within four seconds */
  run(job: RenderJob): Promise<RenderReply> {
    return new Promise<RenderReply>((resolve, reject) => {
      const waiting: Waiting = { job, resolve, reject };
      setTimeout(() => this.giveUp(waiting), WAIT_MS).unref();
      this.waiting.push(waiting);
      this.serve();
    });
  }

  onApplicationShutdown(): void {
    this.isClosed = true;
    this.endAll();
  }

  private serve(): void {
    clearTimeout(this.idle);
    for (const member of this.members) {
      if (!member.isReady || member.current || !member.child.connected) continue;
      const next = this.waiting.shift();
      if (!next) break;
      member.current = next;
      member.child.send(next.job);
    }
    if (this.members.size < PROCESSES && this.waiting.length > 0 && !this.isClosed) this.start();
    this.idle = setTimeout(() => this.endAll(), IDLE_MS).unref();
  }

  private giveUp(waiting: Waiting): void {
    const at = this.waiting.indexOf(waiting);
    if (at < 0) return;
    this.waiting.splice(at, 1);
    waiting.reject(new Unavailable({ retryAfterS: 1 }));
  }

  private start(): void {
    const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
    const child = fork(compiledFile(FILE), { cwd: '/', env: {}, execArgv: FLAGS, stdio: [...stdio] });
    child.unref(); // nobody's end waits for it
    child.channel?.unref();
    const member: Member = { child, isReady: false, current: null };
    this.members.add(member);
    child.on('message', (message: RenderReply | 'ready') => {
      if (message === 'ready') member.isReady = true;
      else this.settle(member, message);
      this.serve();
    });
    child.on('error', (error) => this.log.error(`A process for templates: ${error.message}`));
    child.once('exit', (_code, signal) => this.gone(member, signal));
  }

  private settle(member: Member, reply: RenderReply): void {
    const { current } = member;
    member.current = null;
    current?.resolve(reply);
  }

  private gone(member: Member, signal: NodeJS.Signals | null): void {
    this.members.delete(member);
    if (this.isClosed) {
      for (const one of [member.current, ...this.waiting.splice(0)]) one?.reject(new Unavailable({ retryAfterS: 1 }));
      return;
    }
    if (!member.isReady) {
      this.log.error(`A process for templates ended before it was ready (${signal})`);
      this.waiting.shift()?.reject(new Unavailable({ retryAfterS: 1 })); // else it would be tried without end
    }
    const fault = signal === 'SIGKILL' ? 'time' : 'memory';
    this.settle(member, { fault, detail: `It used too much ${fault}`, missing: [] });
    this.serve();
  }

  private endAll(): void {
    for (const { child } of this.members) child.kill('SIGKILL');
  }
}
