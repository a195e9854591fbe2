import { AppError, toAppError } from '../../../../core/kernel/errors';
import type { TaskError } from '../entities/task.entity';

const FIRST_MS = 1000;
const LONGEST_MS = 300_000;

/** What its owner is told of a failure: a code and a sentence of ours, whatever was thrown. */
export function toTaskError(error: unknown): TaskError {
  const { code, message: detail } = toAppError(error);
  return { code, detail };
}

/** Whether trying again may help: not when one of our own errors says that it is the input's fault. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof AppError) || error.status >= 500 || error.status === 429;
}

/**
 * How long to wait before the next attempt, ms: doubling from one second to five minutes, the upper half of it by chance,
 * so that what failed together does not come back together. @param attempt the one that failed, from 1
 */
export function waitAfter(attempt: number, chance = Math.random()): number {
  const whole = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return Math.round(whole / 2 + (whole / 2) * chance);
}
