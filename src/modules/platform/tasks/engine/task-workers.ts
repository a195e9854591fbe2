import { hostname } from 'node:os';
import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { Bus, isNumber, isString, objectOf, Topic } from '../../../../core/data/redis';
import { Clock, newId } from '../../../../core/kernel/runtime';
import { TaskWorker } from './task-worker';

/** A process that runs tasks, as it has last said of itself. */
export interface WorkerState {
  readonly workerId: string;
  readonly host: string;
  readonly running: number;
  readonly seenAt: Date;
}

type Beat = Omit<WorkerState, 'seenAt'>;

const TOPIC: Topic<Beat> = {
  name: 'tasks.worker',
  accepts: objectOf<Beat>({ workerId: isString, host: isString, running: isNumber }),
};
const TELL_MS = 5000;
const GONE_MS = 15_000;

/** Which processes run tasks: each says so over the bus. Without Redis an instance knows of itself alone. */
@Injectable()
export class TaskWorkers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly workerId = newId();
  private readonly known = new Map<string, WorkerState>();
  private teller: NodeJS.Timeout;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly worker: TaskWorker,
  ) {}

  onApplicationBootstrap(): void {
    this.bus.subscribe(TOPIC, ({ workerId, host, running }) => {
      this.known.set(workerId, { workerId, host, running, seenAt: this.clock.now() });
    });
    if (this.config.appRole === 'web') return;
    this.teller = setInterval(() => this.notify(), TELL_MS).unref();
    this.notify();
  }

  onApplicationShutdown(): void {
    clearInterval(this.teller);
  }

  /** Those heard of lately, in the order of their starts. */
  present(): WorkerState[] {
    const oldest = this.clock.nowMs() - GONE_MS;
    for (const { workerId, seenAt } of this.known.values()) if (seenAt.getTime() < oldest) this.known.delete(workerId);
    return [...this.known.values()].sort((a, b) => a.workerId.localeCompare(b.workerId));
  }

  private notify(): void {
    const state = { workerId: this.workerId, host: `${hostname()}:${process.pid}`, running: this.worker.running };
    void this.bus.publish(TOPIC, state);
  }
}
