/** One container's log of one pod. */
export interface LogRef {
  readonly pod: string;
  readonly container: string;
  /** Of the container before its last restart. */
  readonly previous: boolean;
}

/** A pod that has logs. */
export interface Pod {
  readonly name: string;
  readonly namespace: string | null;
  readonly containers: readonly string[];
  /** When a line was last written, or else when it was started; null where nobody knows. */
  readonly updatedAt: Date | null;
}

/** Where a log goes on after a line, also when its files have been renamed, compressed or truncated since. */
export interface Place {
  /** Which file, by its inode; empty where there are none. */
  readonly file: string;
  /** Offset of the first line that is still to be joined to another; that of the next line where none is. */
  readonly from: number;
  /** Offset of the next line. */
  readonly to: number;
  /** Fingerprint of the line. */
  readonly mark: number;
  /** The line's time, ms since 1970; null where it has none. */
  readonly timeMs: number | null;
}

/** A line as its source has it: not yet masked, whatever is in it. */
export interface SourceLine {
  /** ms since 1970, with a fraction; that of the line before where it has none of its own; null where nobody knows. */
  readonly timeMs: number | null;
  readonly stream: 'stdout' | 'stderr' | null;
  readonly text: string;
  readonly place: Place;
}

/** What is asked of a log: from `sinceMs` on, before `untilMs`. */
export interface TimeRange {
  readonly sinceMs: number | null;
  readonly untilMs: number | null;
}

/** How much may be read for one answer. */
export class Budget {
  /** Whether it did not suffice: there is more that nobody looked at. */
  spent = false;

  /** @param lines so many of the newest are all that is wanted; null when that depends on what they say */
  constructor(
    private leftBytes: number,
    readonly lines: number | null = null,
  ) {}

  /** @returns whether so much may still be read */
  take(bytes: number): boolean {
    this.leftBytes -= bytes;
    if (this.leftBytes < 0) this.spent = true;
    return !this.spent;
  }
}

/** A log that is open to be read. Lines come in batches, as the source gives them. */
export interface LogReader {
  /** The newest line first. @param endless leaves a last line out that may still grow; ask without for its part */
  backwards(range: TimeRange, budget: Budget, endless: boolean): AsyncIterable<SourceLine[]>;
  /** The oldest line first. */
  forwards(range: TimeRange): AsyncIterable<SourceLine[]>;
  /** What is written after the place, from the first line where it is null, until the signal or the end of the pod. */
  follow(after: Place | null, signal: AbortSignal): AsyncIterable<SourceLine[]>;
}

/** Where logs are kept. */
export interface LogSource {
  /** Looks at the start whether it can be read at all. @throws Error saying what is wrong */
  check(): Promise<void>;
  /** By name. */
  pods(): Promise<Pod[]>;
  find(name: string): Promise<Pod | null>;
  /** @throws NoPreviousLog */
  open(ref: LogRef): Promise<LogReader>;
}

export const LOG_SOURCE = Symbol('LOG_SOURCE');
