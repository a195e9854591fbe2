import type { Principal } from '../../../core/web/access';

/** A task that is being run. */
export interface RunningTask<Input> {
  readonly id: string;
  readonly userId: string;
  readonly input: Input;
  /** From 1. */
  readonly attempt: number;
}

/** Who asks for a task: a caller with their permissions, or an account alone. */
export type TaskAsker = Pick<Principal, 'userId'> & Partial<Pick<Principal, 'permissions'>>;

/** What a running task is given. */
export interface TaskTools {
  /** Aborted when the task is cancelled, no longer this worker's, or the process drains: stop soon then. */
  readonly signal: AbortSignal;
  /** @param percent 0–100, also seldom enough when it is called often; what is less than before changes nothing */
  readonly progress: (percent: number) => void;
}

/**
 * A kind of task. Its work may happen more than once; its effect in the database happens once, since it shares the
 * transaction that completes the task. `Input` is JSON-safe, and so is `Result`, with the names of the wire.
 */
export interface TaskKind<Input = unknown, Result extends object = object> {
  /** Unique: `email`, `process_data`. */
  readonly type: string;
  /** Times it is begun before it has failed for good; 5 unless said otherwise. */
  readonly maxAttempts?: number;
  /** Refuses an input before anything is written. @param user who asks @throws an error of its module */
  check?(input: Input, user: TaskAsker): void | Promise<unknown>;
  /**
   * The work, outside of any transaction. An error of ours with a status below 500 fails the task at once; any other is
   * tried again later.
   */
  run(task: RunningTask<Input>, tools: TaskTools): Promise<Result>;
  /** What the task changes in the database, in the transaction that completes it. Nothing here waits for the network. */
  effect?(task: RunningTask<Input>, result: Result): Promise<unknown>;
  /** Takes back what `run` has made outside of the database, when the task could not be completed with it. */
  discard?(task: RunningTask<Input>, result: Result): Promise<unknown>;
  /** Errors of others that no other attempt would mend, beside those of ours below 500. */
  isFinal?(error: unknown): boolean;
}

export const MAX_ATTEMPTS = 5;
