/** The body of a refusal (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** A stable word, such as `file_not_found`. */
  readonly code: string;
  readonly request_id: string;
  /** Facts of this kind of refusal, such as `errors` of a 422. */
  readonly [fact: string]: unknown;
}

/** An answer that is no success. */
export class AtriumError extends Error {
  override readonly name = 'AtriumError';
  /** Seconds after which trying again makes sense, where the server says so. */
  readonly retryAfterS: number | undefined;

  constructor(
    /** Of HTTP. */
    readonly status: number,
    /** Undefined where something before the server has answered. */
    readonly problem: Problem | undefined,
    retryAfter: string | null,
  ) {
    super(problem?.detail ?? `HTTP ${status}`);
    this.retryAfterS = retryAfter === null ? undefined : Number(retryAfter);
  }

  /** The stable word of the refusal; empty where something before the server has answered. */
  get code(): string {
    return this.problem?.code ?? '';
  }
}
