import { Connection, frameOf } from '../../../../core/realtime';

/** A socket in a room. */
export interface Listener {
  readonly connection: Connection;
  readonly userId: string;
  /** Number of the last message it was sent. */
  seq: number;
}

type Numbered = readonly [number, string];
/** What was stored beyond a number, in order; fewer than asked for when there is no more. */
type Load = (after: number, limit: number) => Promise<readonly Numbered[]>;

const PAGE = 200;
/** What is ready at the same time goes to a socket in one write, up to so many bytes. */
const WRITE_BYTES = 65_536;
/** Two instances may tell of what they stored in another order than that of the numbers. */
const PATIENCE_MS = 25;
/** What came too early is kept up to here; beyond it is read again. */
const EARLY_AT_MOST = 1000;

/**
 * One room's news on their way to the sockets of this process. Messages go out in the order of their numbers, each once:
 * what is missing between two is waited for a moment and then read from Postgres.
 */
export class RoomFeed {
  readonly listeners = new Set<Listener>();
  /** Sockets that are here or about to be; with none the feed ends. */
  holds = 0;
  private readonly early = new Map<number, string>();
  /** Frames on their way out within this turn of the event loop. */
  private ready: { readonly seq: number; readonly frame: Buffer }[] = [];
  private readyBytes = 0;
  private waiter: NodeJS.Timeout | null = null;
  private reading: Promise<void> | null = null;
  private readingChanges: Promise<void> | null = null;

  constructor(
    readonly roomId: string,
    public lastSeq: number,
    private lastChange: number,
    /** Up to which the sockets' right to be here has been looked at. */
    public accessVersion: number,
    private readonly loadMessages: Load,
    private readonly loadChanges: Load,
  ) {}

  /** Takes news of messages, whatever their order. */
  take(messages: readonly Numbered[]): void {
    for (const [seq, text] of messages) {
      if (seq === this.lastSeq + 1) this.deliver(seq, text);
      else if (seq > this.lastSeq && this.early.size < EARLY_AT_MOST) this.early.set(seq, text);
    }
    this.deliverEarly();
    this.flush();
    if (this.early.size > 0) this.wait();
  }

  /** Takes news of edits and deletions; out of order they are read again. */
  takeChanges(changes: readonly Numbered[]): void {
    for (const [change, text] of changes) {
      if (change === this.lastChange + 1) {
        this.lastChange = change;
        this.tell(text);
      } else if (change > this.lastChange) void this.catchUpChanges();
    }
  }

  /** How things stand in Postgres, for what was never told. */
  compare(lastSeq: number, lastChange: number): void {
    if (lastSeq > this.lastSeq) this.wait();
    if (lastChange > this.lastChange) void this.catchUpChanges();
  }

  /** Something without a number, to all. */
  tell(text: string): void {
    const frame = frameOf(text);
    for (const { connection } of this.listeners) connection.write(frame);
  }

  close(): void {
    if (this.waiter) clearTimeout(this.waiter);
  }

  /** Whoever calls it flushes before anything else runs. */
  private deliver(seq: number, text: string): void {
    this.lastSeq = seq;
    const frame = frameOf(text); // one for all
    this.ready.push({ seq, frame });
    this.readyBytes += frame.length;
    if (this.readyBytes >= WRITE_BYTES) this.flush();
  }

  private flush(): void {
    const { ready } = this;
    if (ready.length === 0) return;
    this.ready = [];
    this.readyBytes = 0;
    const all = ready.length === 1 ? ready[0].frame : Buffer.concat(ready.map(({ frame }) => frame));
    for (const listener of this.listeners) {
      if (listener.seq < ready[0].seq) listener.connection.write(all);
      else for (const { seq, frame } of ready) if (listener.seq < seq) listener.connection.write(frame);
      listener.seq = Math.max(listener.seq, this.lastSeq);
    }
  }

  private deliverEarly(): void {
    for (let text = this.early.get(this.lastSeq + 1); text !== undefined; text = this.early.get(this.lastSeq + 1)) {
      this.early.delete(this.lastSeq + 1);
      this.deliver(this.lastSeq + 1, text);
    }
    for (const seq of this.early.keys()) if (seq <= this.lastSeq) this.early.delete(seq);
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
        const found = await this.loadMessages(this.lastSeq, PAGE);
        // What is gone by now (more than a room keeps) is passed over.
        for (const [seq, text] of found) if (seq > this.lastSeq) this.deliver(seq, text);
        this.deliverEarly();
        this.flush();
        if (found.length < PAGE) return;
      }
    } catch {
      // Compared again soon.
    }
  }

  private catchUpChanges(): Promise<void> {
    this.readingChanges ??= (async () => {
      try {
        for (;;) {
          const found = await this.loadChanges(this.lastChange, PAGE);
          for (const [change, text] of found) {
            if (change <= this.lastChange) continue;
            this.lastChange = change;
            this.tell(text);
          }
          if (found.length < PAGE) return;
        }
      } catch {
        // Compared again soon.
      }
    })().finally(() => (this.readingChanges = null));
    return this.readingChanges;
  }
}
