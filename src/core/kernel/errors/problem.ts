import { types } from 'node:util';
import { toSnake } from '../text/names';
import {
  BodyTooLarge,
  HeaderTooLarge,
  Internal,
  MalformedJson,
  MalformedRequest,
  RouteNotFound,
  Unavailable,
  UnsupportedMediaType,
} from './common.errors';
import { AppError, Facts, sentence } from './define-error';

/** RFC 9457 problem document, with the error's own facts as further members. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly request_id: string;
  readonly [fact: string]: unknown;
}

/** What a problem says of the request it answers. */
export interface ProblemPlace {
  readonly requestId: string;
  /** Path of the request, without its query. */
  readonly instance: string;
}

/** The one place where an error becomes what a client sees, for every transport. */
export function toProblem(error: unknown, place: ProblemPlace): Problem {
  const known = toAppError(error);
  const own = {
    type: `/problems/${known.code}`,
    title: sentence(known.code),
    status: known.status,
    detail: known.message,
    instance: place.instance,
    code: known.code,
  };
  return { ...own, ...factsOnWire(known.facts), ...own, request_id: place.requestId }; // no fact takes another's place
}

/** The error as one of ours; anything not defined becomes `internal`, its cause told to nobody. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDependencyDown(error)) return new Unavailable({ retryAfterS: 1 });
  const { statusCode, status, code } = (error ?? {}) as { statusCode?: number; status?: number; code?: string };
  switch (statusCode ?? status) {
    case 400:
      return code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY'
        ? new MalformedJson()
        : new MalformedRequest();
    case 404:
      return new RouteNotFound();
    case 413:
      return new BodyTooLarge();
    case 415:
      return new UnsupportedMediaType();
    case 431:
      return new HeaderTooLarge();
    default:
      return new Internal();
  }
}

/** Node's, TypeORM's and PostgreSQL's words for "there is nobody at the other end", PostgreSQL Appendix A classes 08, 53 and 57P. */
const DOWN_CODES = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|08|53[123]|57P0|57014|55P03|25P03)/;
const DOWN_MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client (has encountered a connection error|was closed)|Query runner already released/;

function isDependencyDown(error: unknown): boolean {
  if (!types.isNativeError(error)) return false; // whichever realm it is of
  const cause = 'driverError' in error ? (error.driverError as Error) : error;
  const code = (cause as { code?: unknown }).code;
  return (typeof code === 'string' && DOWN_CODES.test(code)) || DOWN_MESSAGES.test(cause.message);
}

function factsOnWire(facts: Facts): Record<string, unknown> {
  return toWireNames(facts) as Record<string, unknown>;
}

function toWireNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWireNames);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [toSnake(key), toWireNames(one)]));
}
