import { setTimeout as sleep } from 'node:timers/promises';
import {
  BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  OnApplicationBootstrap,
  OnModuleDestroy,
} from '@nestjs/common';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { runInContext } from '../../../../core/kernel/context/context';
import { Database, Batcher, Statement } from '../../../../core/data/database';
import { Poller } from '../../../../core/data/polling';
import { NotificationsService } from '../../../communication/notifications';
import { Metrics } from '../../../../core/kernel/metrics';
import { TaskJob, TaskQueue } from './task-queue';
import { newId } from '../../../../core/kernel/runtime';
import type { TaskStatus } from '../entities/task.entity';
import { Semaphore } from './semaphore';
import { TaskChanges } from './task-changes';
import { mayPass, toTaskError, waitAfter } from './task-failure';
import { endOfTask } from '../task-notices';
import { TaskInputs } from '../task-inputs';
import { ClaimQueue } from './claim-queue';
import type { RunningTask, TaskKind } from '../task-kind';
import { TaskKinds } from '../task-kinds';
import {
  CLAIM,
  COMPLETE,
  COMPLETE_MANY,
  FAIL,
  GIVE_BACK,
  OVER,
  PROGRESS,
  PROLONG,
  PUT_BACK,
  TRY_LATER,
} from './task-transitions';
import { TaskRelay } from './task-relay';
import type { ClaimedTask, TaskNews } from '../task-row';
import { TaskInterrupted } from '../tasks.errors';

/** A task in hand. */
interface Run {
  readonly task: ClaimedTask;
  readonly abort: AbortController;
  /** By `performance.now()`. */
  readonly begunAtMs: number;
  /** The highest that is written, and when, by `performance.now()`. */
  written: number;
  writtenAtMs: number;
}

/** What one has come to that changes nothing else. */
interface End {
  readonly task: ClaimedTask;
  readonly result: object;
}

/** Not this worker's any more: it changes nothing and says nothing. */
class Gone extends Error {}
/** The process ends. */
class Ending extends Error {}

const POLL_INTERVAL_MS = 400;
const PROLONG_MS = 5000;
const PROGRESS_MS = 150;
const FINISH_MS = 5000;
/** What has run longer than this when the process is told to end may be why it is. */
const LONG_MS = 600_000;

/**
 * Runs tasks. It claims one by its number and may change it only while it has the number it got for it: a worker that
 * stalls and wakes up later finds nothing it could still change, and its work has no effect.
 */
@Injectable()
export class TaskWorker implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly log = new Logger(TaskWorker.name);
  private readonly runs = new Set<Run>();
  private readonly attempts: ReturnType<Metrics['counter']>;
  private readonly completing = new Batcher((ends: readonly End[]) => this.completeMany(ends));
  private readonly places: Semaphore;
  private readonly intake: ClaimQueue;
  private prolongedAtMs = 0;
  private ending = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly queue: TaskQueue,
    private readonly relay: TaskRelay,
    private readonly kinds: TaskKinds,
    private readonly inputs: TaskInputs,
    private readonly changes: TaskChanges,
    private readonly poller: Poller,
    private readonly notifications: NotificationsService,
    metrics: Metrics,
  ) {
    this.places = new Semaphore(config.tasksConcurrency);
    this.intake = new ClaimQueue(this.places, (jobs) => this.claim(jobs));
    this.attempts = metrics.counter('tasks_attempts_total', 'Attempts at tasks by kind and outcome.', [
      'type',
      'outcome',
    ]);
  }

  /** How many tasks are in hand here. */
  get running(): number {
    return this.runs.size;
  }

  onApplicationBootstrap(): void {
    if (this.config.appRole === 'web') return;
    this.changes.onChange(({ id, status, version }) => {
      if (status === 'cancelled') this.drop(({ task }) => task.id === id && task.version < version);
    });
    this.poller.register<{ id: string; runNo: number }>({
      name: 'tasks.over',
      everyMs: POLL_INTERVAL_MS,
      select: OVER,
      values: () => (this.runs.size > 0 ? keysOf([...this.runs]) : null),
      found: async (rows) => {
        const over = new Set(rows.map(({ id, runNo }) => `${id} ${runNo}`));
        this.drop(({ task }) => over.has(`${task.id} ${task.runNo}`));
        await this.prolong();
      },
    });
    this.queue.work((jobs) => this.begin(jobs));
  }

  /** Begins nothing more and gives back what it has, for others to go on with at once. */
  onModuleDestroy(): void {
    this.ending = true;
    void this.queue.rest().catch(() => undefined);
    this.intake.close();
    for (const run of this.runs) run.abort.abort(new Ending());
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const endMs = performance.now() + FINISH_MS; this.runs.size > 0 && performance.now() < endMs;) await sleep(20);
  }

  /** Begins those there is a place for in time, and puts the others back. @returns once there is a place again */
  private async begin(jobs: readonly TaskJob[]): Promise<void> {
    const left = await this.intake.enqueue(jobs);
    if (left.length > 0) await this.db.execute(PUT_BACK, [left.map(({ id }) => id), left.map(({ runNo }) => runNo)]);
    if (!this.ending) await this.places.whenFree();
  }

  /** @returns how many are this worker's now: not what is cancelled, or another's */
  private async claim(jobs: readonly TaskJob[]): Promise<number> {
    const values = [jobs.map(({ id }) => id), jobs.map(({ runNo }) => runNo)];
    try {
      const claimed = await this.db.query<ClaimedTask>(CLAIM, values);
      for (const { id, version } of claimed) this.changes.announce({ id, status: 'running', version });
      for (const task of claimed) void this.run(task);
      return claimed.length;
    } catch (error) {
      this.log.warn(`${jobs.length} task(s) wait: ${(error as Error).message}`);
      return 0;
    }
  }

  /** Of a place that is held; it is left once the work is done. */
  private async run(task: ClaimedTask): Promise<void> {
    let isHeld = true;
    const leave = (): void => {
      if (isHeld) this.places.release();
      isHeld = false;
    };
    const begunAtMs = performance.now();
    const run: Run = { task, abort: new AbortController(), begunAtMs, written: task.progress, writtenAtMs: 0 };
    this.runs.add(run);
    if (this.ending) run.abort.abort(new Ending());
    const context = { requestId: newId(), transport: 'job' as const, clientIp: null, userAgent: null };
    try {
      await runInContext({ ...context, principal: null, answerHeaders: null }, () => this.attempt(run, leave));
    } catch (error) {
      this.log.error(`Task ${task.id} could not be put down; its lease will end`, error);
    } finally {
      leave();
      this.runs.delete(run);
      this.relay.refill();
    }
  }

  private async completeMany(ends: readonly End[]): Promise<(number | null)[]> {
    const tasks = ends.map(({ task }) => task);
    const results = ends.map(({ result }) => JSON.stringify(result));
    const values = [tasks.map(({ id }) => id), tasks.map(({ runNo }) => runNo), results];
    const versions = await this.db.transaction(async () => {
      const rows = await this.db.query<{ id: string; version: number }>(COMPLETE_MANY, values);
      const byId = new Map(rows.map(({ id, version }) => [id, version]));
      await this.notifications.notifyAll(
        tasks.filter(({ id }) => byId.has(id)).map((task) => endOfTask(task, 'finished')),
      );
      return byId;
    });
    return tasks.map(({ id }) => versions.get(id) ?? null);
  }

  private async attempt(run: Run, leave: () => void): Promise<void> {
    const { task, abort } = run;
    try {
      const kind = this.kinds.of(task.type);
      const input = this.inputs.open(task.input);
      const running = { id: task.id, userId: task.userId, input, attempt: task.attempts };
      const progress = (percent: number): void => void this.progress(run, percent);
      const result = await kind.run(running, { signal: abort.signal, progress });
      leave(); // what is left to do waits for Postgres alone
      await this.complete(task, kind, running, result);
      this.attempts.inc({ type: task.type, outcome: 'completed' });
    } catch (error) {
      await this.fail(run, abort.signal.aborted ? abort.signal.reason : error);
    }
  }

  /** The end and the effect, or neither. @throws Gone */
  private async complete(
    task: ClaimedTask,
    kind: TaskKind,
    running: RunningTask<unknown>,
    result: object,
  ): Promise<void> {
    try {
      if (!kind.effect) {
        const version = await this.completing.do({ task, result });
        if (version === null) throw new Gone();
        return this.changes.announce({ id: task.id, status: 'completed', version });
      }
      await this.db.transaction(async () => {
        if (!(await this.move(COMPLETE, task, 'completed', [result]))) throw new Gone();
        await kind.effect?.(running, result);
        await this.notifications.notifyAll([endOfTask(task, 'finished')]);
      });
    } catch (error) {
      await kind.discard?.(running, result).catch((cause: unknown) => {
        this.log.warn(`What ${task.type} ${task.id} has made is left to be swept: ${(cause as Error).message}`);
      });
      throw error;
    }
  }

  private async fail(run: Run, error: unknown): Promise<void> {
    const { task } = run;
    if (error instanceof Gone) {
      this.attempts.inc({ type: task.type, outcome: 'fenced' });
      return;
    }
    if (error instanceof Ending) {
      this.attempts.inc({ type: task.type, outcome: 'given back' });
      return this.release(run);
    }
    const passes = mayPass(error) && !this.isFinal(task, error);
    const again = passes && task.attempts < task.maxAttempts;
    if (passes) this.log.warn(`Attempt ${task.attempts} at ${task.type} ${task.id} failed`, error);
    this.attempts.inc({ type: task.type, outcome: again ? 'retried' : 'failed' });
    if (again) await this.move(TRY_LATER, task, 'pending', [toTaskError(error), waitAfter(task.attempts)]);
    else {
      await this.db.transaction(async () => {
        if (!(await this.move(FAIL, task, 'failed', [toTaskError(error)]))) return;
        await this.notifications.notifyAll([endOfTask(task, 'failed')]);
      });
    }
  }

  private async release({ task: { id, runNo }, begunAtMs }: Run): Promise<void> {
    const isLong = performance.now() - begunAtMs > LONG_MS;
    const [row] = await this.db.query<TaskNews>(GIVE_BACK, [id, runNo, toTaskError(new TaskInterrupted()), isLong]);
    if (row) this.changes.announce(row);
  }

  private isFinal({ type }: ClaimedTask, error: unknown): boolean {
    return this.kinds.find(type)?.isFinal?.(error) ?? false;
  }

  /** @returns whether the task was still this worker's */
  private async move(
    by: Statement,
    { id, runNo }: ClaimedTask,
    status: TaskStatus,
    values: unknown[],
  ): Promise<boolean> {
    const [row] = await this.db.query<{ version: number }>(by, [id, runNo, ...values]);
    if (row) this.changes.announce({ id, status, version: row.version });
    return Boolean(row);
  }

  private async progress(run: Run, percent: number): Promise<void> {
    const whole = Math.min(99, Math.max(0, Math.floor(percent))); // a hundred is for the end
    const nowMs = performance.now();
    if (whole <= run.written || nowMs - run.writtenAtMs < PROGRESS_MS || run.abort.signal.aborted) return;
    run.written = whole;
    run.writtenAtMs = nowMs;
    await this.move(PROGRESS, run.task, 'running', [whole]).catch(() => undefined);
  }

  /** Every five seconds the runs go on for a while longer, and those that may not end. */
  private async prolong(): Promise<void> {
    const nowMs = performance.now();
    if (nowMs - this.prolongedAtMs < PROLONG_MS) return;
    const mine = [...this.runs];
    const rows = await this.db.query<{ id: string }>(PROLONG, keysOf(mine));
    this.prolongedAtMs = nowMs;
    const still = new Set(rows.map(({ id }) => id));
    this.drop((run) => mine.includes(run) && !still.has(run.task.id));
  }

  private drop(which: (run: Run) => boolean): void {
    for (const run of this.runs) if (which(run)) run.abort.abort(new Gone());
  }
}

/** Ids and numbers of runs, as the statements take them. */
const keysOf = (runs: readonly Run[]): [ids: string[], runNos: number[]] => [
  runs.map(({ task }) => task.id),
  runs.map(({ task }) => task.runNo),
];
