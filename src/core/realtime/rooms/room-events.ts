import type { Principal } from '../../kernel/context/principal';
import type { ServerEvent, ServerEvents } from '../../web/http';
import type { Outgoing } from '../frame-ways';
import type { Frame } from '../gateway-options';
import type { RoomMember } from './room-member';

/** Who has not read so much is cut off, and comes back for what it has missed. */
const QUEUED_CHARS = 1_048_576;

/**
 * The frames of a room as server-sent events, for a handler with `@EventStream()`. @param join lets the member into the room, as
 * `Rooms.join` @param toEvent makes the event of a frame; the id is the number to go on from
 */
export function roomEvents(
  principal: Principal,
  join: (member: RoomMember) => Promise<unknown>,
  toEvent: (frame: string) => ServerEvent,
): ServerEvents {
  return async function* (signal) {
    const member = new StreamMember(principal, signal);
    // What it throws ends the stream; what has come before is still sent.
    const joining = join(member).catch((error: unknown) => member.fail(error));
    for await (const frame of member.frames()) yield toEvent(frame);
    await joining;
  };
}

class StreamMember implements RoomMember {
  private readonly closers: (() => void)[] = [];
  private waiting: string[] = [];
  private waitingChars = 0;
  private closed = false;
  private error: Error | null = null;
  private wake: () => void = () => undefined;
  private drained: () => void = () => undefined;

  constructor(
    readonly principal: Principal,
    signal: AbortSignal,
  ) {
    if (signal.aborted) this.finish();
    else signal.addEventListener('abort', () => this.finish(), { once: true });
  }

  get isOpen(): boolean {
    return !this.closed;
  }

  onClose(closed: () => void): void {
    if (this.closed) closed();
    else this.closers.push(closed);
  }

  async sendAll(contents: readonly Frame[]): Promise<void> {
    for (const content of contents) {
      this.take(content);
      if (this.isOpen && this.waitingChars > QUEUED_CHARS / 2) await new Promise<void>((done) => (this.drained = done));
    }
  }

  write({ contents }: Outgoing): void {
    for (const content of contents) this.take(content);
    if (this.waitingChars > QUEUED_CHARS) this.finish();
  }

  end(): void {
    this.finish();
  }

  close(): void {
    this.finish();
  }

  hangUp(): void {
    this.finish();
  }

  fail(error: unknown): void {
    this.error = error instanceof Error ? error : new Error(String(error));
    this.finish();
  }

  /** Until it closes. @throws what it has failed by */
  async *frames(): AsyncGenerator<string> {
    for (;;) {
      for (let frame = this.waiting.shift(); frame !== undefined; frame = this.waiting.shift()) {
        this.waitingChars -= frame.length;
        yield frame;
      }
      this.drained();
      if (this.closed) break;
      await new Promise<void>((wake) => (this.wake = wake));
    }
    if (this.error) throw this.error;
  }

  private take(content: Frame): void {
    if (this.closed) return;
    const frame = content.toString();
    this.waiting.push(frame);
    this.waitingChars += frame.length;
    this.wake();
  }

  private finish(): void {
    if (this.closed) return;
    this.closed = true;
    this.wake();
    this.drained();
    for (const closed of this.closers.splice(0)) closed();
  }
}
