import { AppError, MalformedRequest } from '../../../../core/kernel/errors';
import { wordOf } from '../../../../core/outbound';
import { BadGateway, GatewayTimeout } from '../gateway.errors';

/** Why a call came to nothing: in a word, and as what the client is told of it. */
export interface Failure {
  readonly reason: string;
  readonly error: AppError;
  /** Whether it says that the target is ill; else it was the client. */
  readonly isTargets: boolean;
}

/** A time limit of the gateway's own that has passed. */
export class TimeIsUp extends Error {
  constructor(readonly code: 'first_byte' | 'silence' | 'whole') {
    super(`Time is up: ${code}`);
  }
}

/** The client, its session or the process has ended what was under way. */
export class GivenUp extends Error {
  readonly code = 'given_up';
}

/** An answer that is not handed on, since another target may know better. */
export class AnsweredWith extends Error {
  readonly code: string;

  constructor(readonly status: number) {
    super(`Answered ${status}`);
    this.code = String(status);
  }
}

const CLIENTS = new Set(['UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', 'UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED']);
const CONNECT = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** What an error of a call means. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { reason: error.code, error, isTargets: false };
  const reason = wordOf(error);
  if (error instanceof GivenUp) return { reason, error: new BadGateway(), isTargets: false };
  if (error instanceof TimeIsUp || CONNECT.has(reason)) return { reason, error: new GatewayTimeout(), isTargets: true };
  // What cannot be sent was never sent: nobody opens a breaker by sending it.
  if (CLIENTS.has(reason)) {
    return { reason, error: new MalformedRequest(), isTargets: false };
  }
  return { reason, error: new BadGateway(), isTargets: true };
}
