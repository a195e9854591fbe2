/** Facts of an error: JSON-safe members of its problem document, camelCase here, snake_case on the wire. */
export type Facts = Readonly<Record<string, unknown>>;

/** An error a client may see. Services throw it; no transport is named in it. */
export abstract class AppError extends Error {
  abstract readonly code: string;
  abstract readonly status: number;
  readonly facts: Facts = {};
  /** Whether it says of another's thing the same as of a missing one. */
  readonly hides: boolean = false;
  /** Seconds after which trying again makes sense; becomes `Retry-After`. */
  get retryAfterS(): number | undefined {
    return typeof this.facts.retryAfterS === 'number' ? this.facts.retryAfterS : undefined;
  }
}

/** A kind of error as `defineError` makes it: throw it by `new`, name it in `@Responds`. */
export interface ErrorType<F = never> {
  readonly code: string;
  readonly status: number;
  /** The detail shown as an example in the API documents. */
  readonly example: string;
  new (...args: [F] extends [never] ? [] : [facts: F]): AppError;
}

/** Any kind, where the facts do not matter. */
export type AnyErrorType = Pick<ErrorType, 'code' | 'status' | 'example'>;

const defined = new Map<string, AnyErrorType>();

/**
 * Defines one kind of error.
 * @param code stable snake_case word, unique across modules
 * @param status HTTP status, also for GraphQL and sockets
 * @param detail one sentence for a person; a function when it contains facts
 * @throws Error when the code is taken already
 */
export function defineError(code: string, status: number, detail: string): ErrorType;
export function defineError<F extends Facts>(code: string, status: number, detail: (facts: F) => string): ErrorType<F>;
export function defineError(
  code: string,
  status: number,
  detail: string | ((facts: Facts) => string),
): ErrorType<Facts> | ErrorType {
  return define(code, status, detail, false);
}

/**
 * Defines the error that answers for a thing which is missing or another's, so that nobody learns which; who gets it is told
 * to the audit trail.
 * @param code `order_not_found`
 * @throws Error when the code is taken already
 */
export function defineHidden(code: string, detail: string): ErrorType {
  return define(code, 404, detail, true);
}

function define(
  code: string,
  status: number,
  detail: string | ((facts: Facts) => string),
  hides: boolean,
): ErrorType<Facts> & ErrorType {
  if (defined.has(code)) throw new Error(`Error code ${code} is defined twice`);
  const type = class extends AppError {
    static readonly code = code;
    static readonly status = status;
    static readonly example = typeof detail === 'string' ? detail : sentence(code);
    override readonly name = code;
    readonly code = code;
    readonly status = status;
    override readonly hides = hides;
    override readonly facts: Facts;

    constructor(facts: Facts = {}) {
      super(typeof detail === 'string' ? detail : detail(facts));
      this.facts = facts;
    }
  };
  defined.set(code, type);
  return type;
}

/** Every kind defined so far, in the order of their codes. */
export function definedErrors(): AnyErrorType[] {
  return [...defined.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** `insufficient_stock` as a title: "Insufficient stock". */
export function sentence(code: string): string {
  return code[0].toUpperCase() + code.slice(1).replaceAll('_', ' ');
}
