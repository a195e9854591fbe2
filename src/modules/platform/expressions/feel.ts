import {
  evaluate,
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelFunction,
  FeelRange,
  FeelTime,
  parseDate,
  parseDateTime,
  SyntaxError as FeelSyntaxError,
} from 'feelin';
import { assertContext, assertSource, FEEL_LIMITS, FeelLimitExceeded } from './feel-limits';

/** The moment in which an expression is evaluated: `now()` and `today()` ask it and never the machine. */
export interface FeelMoment {
  /** Milliseconds since 1970, UTC. */
  readonly nowMs: number;
  /** Of the IANA, whose wall clock `now()` and `today()` show. Default: UTC. */
  readonly timeZone?: string;
}

/** Something that made a part of the expression null. */
export interface FeelWarning {
  /** `no_variable_found`, `invalid_type`, … */
  readonly type: string;
  readonly message: string;
  /** Where in the source, UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

export interface FeelOutcome {
  /** JSON. Dates, times and durations are text in the form of ISO 8601. */
  readonly result: unknown;
  readonly warnings: readonly FeelWarning[];
}

/** The source is no expression, or asks for what cannot be done. */
export class FeelInvalid extends Error {
  constructor(
    message: string,
    /** Where in the source, UTF-16 units; null for the whole. */
    readonly position: { readonly from: number; readonly to: number } | null,
  ) {
    super(message);
  }
}

const WRITTEN_AS_TEXT = [FeelDate, FeelTime, FeelDateTime, FeelDuration, FeelRange];
const MAX_WARNINGS = 50;
const MAX_MESSAGE = 300;
const ENGINE_LIMITS = /call stack|string length|array length|allocation/i;

limitRanges();
limitCalls();

/**
 * Evaluates an expression in FEEL (DMN 1.5). Without anything of Node, so that a browser evaluates as the server does; neither stops
 * what runs for ever, so who evaluates what others have written does so in a process, or a worker of the browser, that can be ended.
 * Numbers are doubles: never for money.
 * @param context JSON: the variables by name @throws FeelInvalid, FeelLimitExceeded
 */
export function evaluateFeel(source: string, context: object, moment: FeelMoment): FeelOutcome {
  assertSource(source);
  assertContext(context);
  try {
    const { value, warnings } = evaluate(source, { ...clockOf(moment), ...context });
    const trouble: FeelWarning[] = [];
    const result = toJson(value, 0, trouble);
    if (JSON.stringify(result).length > FEEL_LIMITS.resultLength) throw new FeelLimitExceeded('result');
    const told = warnings.slice(0, MAX_WARNINGS).map(({ type, message, position }) => ({
      type: type.toLowerCase(),
      message: message.slice(0, MAX_MESSAGE),
      ...position,
    }));
    return { result, warnings: [...told, ...trouble.slice(0, 1)] };
  } catch (error) {
    throw knownError(error);
  }
}

/** The two functions that would ask the machine, over those of the library. */
function clockOf({ nowMs, timeZone = 'UTC' }: FeelMoment): Record<string, FeelFunction> {
  const wall = wallTime(nowMs, timeZone);
  const zone = timeZone === 'UTC' ? 'Z' : `@${timeZone}`;
  return {
    now: new FeelFunction(() => parseDateTime(`${wall}${zone}`), []),
    today: new FeelFunction(() => parseDate(wall.slice(0, 10)), []),
  };
}

/** `2026-11-29T12:00:00.123` on the wall clock of the zone. @throws RangeError for a zone that does not exist */
function wallTime(nowMs: number, timeZone: string): string {
  if (timeZone === 'UTC') return new Date(nowMs).toISOString().slice(0, -1);
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
  });
  const part = Object.fromEntries(format.formatToParts(nowMs).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}.${part.fractionalSecond}`;
}

/** The library counts up from the start of a range until it meets the end, which `1..2.5` never does. */
function limitRanges(): void {
  // Called for the range that is at hand.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const mapOthers = FeelRange.prototype.map;
  FeelRange.prototype.map = function <T>(this: FeelRange, take: (value: unknown) => T): T[] {
    const { start, end, valueType } = this as unknown as { start: number; end: number; valueType: string };
    if (valueType !== 'number' || start === null || end === null) return mapOthers.call(this, take) as T[];
    const steps = Math.abs(end - start);
    if (!Number.isInteger(steps) || steps >= FEEL_LIMITS.listItems) throw new FeelLimitExceeded('list');
    const direction = start > end ? -1 : 1;
    const values = Array.from({ length: steps + 1 }, (_, step) => start + step * direction);
    const from = this['start included'] ? 0 : 1;
    return values.slice(from, this['end included'] ? undefined : -1).map(take);
  };
}

/** What a function takes and gives stays within the limits, so that lists and texts cannot double themselves to any size. */
function limitCalls(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const invoke = FeelFunction.prototype.invoke;
  FeelFunction.prototype.invoke = function (this: FeelFunction, given: unknown) {
    for (const argument of Object.values(given as object)) assertSize(argument);
    const result: unknown = invoke.call(this, given);
    assertSize(result);
    return result;
  };
}

function assertSize(value: unknown): void {
  if (typeof value === 'string' && value.length > FEEL_LIMITS.textLength) throw new FeelLimitExceeded('text');
  if (Array.isArray(value) && value.length > FEEL_LIMITS.listItems) throw new FeelLimitExceeded('list');
}

/** @param trouble gets a warning for each value that JSON does not have */
function toJson(value: unknown, depth: number, trouble: FeelWarning[]): unknown {
  if (depth > FEEL_LIMITS.depth) throw new FeelLimitExceeded('depth');
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
  if (typeof value === 'string' && value.length > FEEL_LIMITS.resultLength) throw new FeelLimitExceeded('result');
  if (typeof value === 'string' || Number.isFinite(value)) return value;
  if (Array.isArray(value)) {
    assertSize(value);
    return value.map((item) => toJson(item, depth + 1, trouble));
  }
  const kind = WRITTEN_AS_TEXT.find((type) => value instanceof type);
  if (kind) return kind.prototype.toString.call(value);
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner, depth + 1, trouble)]));
  }
  const what = typeof value === 'number' ? 'A number that is not finite' : 'A function';
  trouble.push({ type: 'not_json', message: `${what} became null.`, from: 0, to: 0 });
  return null;
}

function knownError(error: unknown): Error {
  if (error instanceof FeelLimitExceeded) return error;
  if (error instanceof FeelSyntaxError) return new FeelInvalid(error.message, error.position);
  const { message } = error as Error;
  if (error instanceof RangeError && ENGINE_LIMITS.test(message)) {
    return new FeelLimitExceeded(message.includes('stack') ? 'depth' : 'memory');
  }
  return new FeelInvalid(message.slice(0, MAX_MESSAGE), null);
}
