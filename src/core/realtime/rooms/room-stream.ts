import type { Frame } from '../gateway-options';
import type { FrameWay, Outgoing } from '../frame-ways';
import type { Numbered } from './room-kind';

/** A frame that is ready to go out. */
export interface Ready {
  readonly number: number;
  readonly outgoing: Outgoing;
}

/** Frames beyond a number, as `RoomKind.read`. */
type Load = (after: number, limit: number) => Promise<readonly Numbered[]>;

/** So many are read at once. */
export const PAGE = 200;
/** What is ready at the same time goes to a socket in one write, up to so many bytes. */
const WRITE_BYTES = 65_536;
/** Two instances may tell of what they stored in another order than that of the numbers. */
const PATIENCE_MS = 25;
/** What came too early is kept up to here; beyond it is read again. */
const EARLY_AT_MOST = 1000;

/**
 * One stream of a room on its way to the sockets of this process. Frames go out in the order of their numbers, each once: what is
 * missing between two is waited for a moment and then read from Postgres.
 */
export class RoomStream {
  private readonly early = new Map<number, Frame>();
  /** Frames on their way out within this turn of the event loop. */
  private ready: Ready[] = [];
  private readyBytes = 0;
  /** The newest number that Postgres was found to have. */
  private stored = 0;
  private waiter: NodeJS.Timeout | null = null;
  private reading: Promise<void> | null = null;

  /** @param last number of the newest frame that went out @param send gets what is ready, in order */
  constructor(
    public last: number,
    private readonly way: FrameWay,
    private readonly load: Load,
    private readonly send: (ready: readonly Ready[]) => void,
  ) {}

  /** Takes new frames, whatever their order. */
  take(frames: readonly Numbered[]): void {
    for (const [number, content] of frames) {
      if (number === this.last + 1) this.deliver(number, content);
      else if (number > this.last && this.early.size < EARLY_AT_MOST) this.early.set(number, content);
    }
    this.deliverEarly();
    this.flush();
    if (this.early.size > 0) this.wait();
  }

  /** How it stands in Postgres, for what was never told. */
  compare(last: number): void {
    this.stored = Math.max(this.stored, last);
    if (last > this.last) this.wait();
  }

  close(): void {
    if (this.waiter) clearTimeout(this.waiter);
  }

  /** Whoever calls it flushes before anything else runs. */
  private deliver(number: number, content: Frame): void {
    this.last = number;
    const outgoing = this.way.ready(content); // once for all
    this.ready.push({ number, outgoing });
    this.readyBytes += outgoing.sizeBytes;
    if (this.readyBytes >= WRITE_BYTES) this.flush();
  }

  private flush(): void {
    const { ready } = this;
    if (ready.length === 0) return;
    this.ready = [];
    this.readyBytes = 0;
    this.send(ready);
  }

  private deliverEarly(): void {
    for (let next = this.early.get(this.last + 1); next !== undefined; next = this.early.get(this.last + 1)) {
      this.early.delete(this.last + 1);
      this.deliver(this.last + 1, next);
    }
    for (const number of this.early.keys()) if (number <= this.last) this.early.delete(number);
  }

  private wait(): void {
    this.waiter ??= setTimeout(() => {
      this.waiter = null;
      this.reading ??= this.catchUp().finally(() => (this.reading = null));
    }, PATIENCE_MS);
  }

  private async catchUp(): Promise<void> {
    try {
      for (;;) {
        const { stored } = this;
        const found = await this.load(this.last, PAGE);
        for (const [number, content] of found) if (number > this.last) this.deliver(number, content);
        // What Postgres had before, and has no more, is passed over.
        if (found.length < PAGE) this.last = Math.max(this.last, stored);
        this.deliverEarly();
        this.flush();
        if (found.length < PAGE) return;
      }
    } catch {
      // Compared again soon.
    }
  }
}
