import type { TaskError, TaskStatus } from './entities/task.entity';

/** A task as its owner sees it. */
export interface TaskRow {
  readonly id: string;
  readonly userId: string;
  readonly type: string;
  readonly status: TaskStatus;
  readonly progress: number;
  readonly result: object | null;
  readonly error: TaskError | null;
  readonly attempts: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** A task as the worker sees it that has just claimed it. */
export interface ClaimedTask {
  readonly id: string;
  readonly userId: string;
  readonly type: string;
  /** Sealed. */
  readonly input: Buffer;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly runNo: number;
  readonly version: number;
  readonly progress: number;
}

/** What is told over the bus of a task that has changed. */
export interface TaskNews {
  readonly id: string;
  readonly status: TaskStatus;
  readonly version: number;
}

export const FINISHED: readonly TaskStatus[] = ['completed', 'failed', 'cancelled'];
