import { defineError, defineHidden } from '../../../core/kernel/errors';
import type { TaskStatus } from './entities/task.entity';

export const TaskNotFound = defineHidden('task_not_found', 'There is no such task.');
export const TaskFinished = defineError<{ taskStatus: TaskStatus }>(
  'task_finished',
  409,
  ({ taskStatus }) => `The task is ${taskStatus} already.`,
);
export const TaskNotRetryable = defineError<{ taskStatus: TaskStatus }>(
  'task_not_retryable',
  409,
  ({ taskStatus }) => `Only a failed or cancelled task can be tried again; this one is ${taskStatus}.`,
);
/** Of the last attempt, whose worker was heard of no more. */
export const TaskLost = defineError('task_lost', 500, 'The worker that ran the task is gone.');
/** Of an attempt that counts although its worker was told to end. */
export const TaskInterrupted = defineError(
  'task_interrupted',
  503,
  'The worker that ran the task was ended before it was done, not for the first time or after a long while.',
);
