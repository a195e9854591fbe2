import { Unavailable } from '../../kernel/errors/common.errors';

interface Waiting {
  readonly enter: () => void;
  readonly refuse: (error: Error) => void;
}

/**
 * Lets so many in at once; the others wait in order, however long, as long as anybody gets on. Once nobody has for
 * `patienceMs`, all who wait are refused: a burst is worked off, a server that hangs is not waited for.
 */
export class ConnectionQueue {
  private free: number;
  private readonly queue: Waiting[] = [];
  private watch: NodeJS.Timeout | null = null;
  /** By `performance.now()`. */
  private progressAtMs = 0;

  constructor(
    size: number,
    private readonly patienceMs: number,
  ) {
    this.free = size;
  }

  /** How many wait. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Whoever is in must `leave`. Nothing to await when there is room. @throws Unavailable */
  enter(): void | Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    if (this.queue.length === 0) this.begin();
    return new Promise((enter, refuse) => this.queue.push({ enter, refuse }));
  }

  /** @param onProgress whether the server did something for who leaves, a refusal too */
  leave(onProgress: boolean): void {
    if (onProgress) this.progressAtMs = performance.now();
    const next = this.queue.shift();
    if (!next) {
      this.free += 1;
      return;
    }
    if (this.queue.length === 0) this.end();
    next.enter();
  }

  private begin(): void {
    this.progressAtMs = performance.now();
    this.watch = setInterval(() => this.look(), this.patienceMs / 10).unref();
  }

  private end(): void {
    if (this.watch) clearInterval(this.watch);
    this.watch = null;
  }

  private look(): void {
    if (performance.now() - this.progressAtMs < this.patienceMs) return;
    this.end();
    for (const { refuse } of this.queue.splice(0)) refuse(new Unavailable({ retryAfterS: 1 }));
  }
}
