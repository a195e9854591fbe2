import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import type { Principal } from '../kernel/context/principal';
import { toAppError, toProblem } from '../kernel/errors';
import { logger } from '../kernel/logging';
import type { GatewayOptions } from './gateway-options';
import { frameOf } from './outbound';

/** Why the server closes a socket, RFC 6455 section 7.4.1. */
export const CLOSE = { goingAway: 1001, policy: 1008, restart: 1012, tryLater: 1013 } as const;

/** What is known of a socket from its upgrade. */
export interface Opening {
  /** Of the route, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly clientIp: string;
  readonly userAgent: string | null;
  /** Its path, without the query. */
  readonly path: string;
}

type Frame = { readonly bytes: Buffer; readonly isBinary: boolean };
type FrameHandler = (frame: Frame) => Promise<unknown>;

/** Who has not read so much of what it was sent is dropped. */
const MAX_BUFFERED = 1_048_576;
/** What may be long is sent in steps of this. */
const STEP_BYTES = 131_072;
const STEP_MS = 10;
/** Of who sends faster than it is served the socket is not read for a while. */
const WAITING_HIGH = 64;
const WAITING_LOW = 16;
/** A reason has room for 123 bytes. */
const REASON_CHARS = 120;

/** One socket of one caller. Frames are handled one after another, in the order in which they came. */
export class Connection {
  /** Answers to pings are awaited since this instant, by `performance.now()`; null while none is due. */
  awaitingPongSinceMs: number | null = null;
  private readonly closers: (() => void)[] = [];
  private readonly waiting: Frame[] = [];
  private pumping = false;
  private paused = false;
  private slowUntilMs = 0;
  private held: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ws: WebSocket,
    private readonly socket: Socket,
    readonly gateway: GatewayOptions,
    readonly opening: Opening,
    /** As the session is now. */
    public principal: Principal,
  ) {
    ws.on('error', () => undefined); // the other side broke the protocol, which closes the socket
    ws.on('pong', () => (this.awaitingPongSinceMs = null));
    ws.on('close', () => {
      for (const closed of this.closers.splice(0)) closed();
    });
  }

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** Called once, soon after it has closed. */
  onClose(closed: () => void): void {
    if (this.ws.readyState === this.ws.CLOSED) closed();
    else this.closers.push(closed);
  }

  /** No frame is handled before this is done. @param work must not throw */
  hold(work: Promise<unknown>): void {
    this.held = work;
  }

  /** Sends the text of a frame; who does not read is dropped. */
  send(text: string): void {
    this.write(frameOf(text));
  }

  /** Sends what `frameOf` has made, the same bytes to any number of sockets. */
  write(frame: Buffer): void {
    if (!this.isOpen) return;
    if (this.socket.writableLength > MAX_BUFFERED) return this.drop('does not read');
    this.socket.write(frame); // ws itself writes whole frames at once, so none comes between the bytes of another
  }

  /** Sends many, as fast as the other side reads them. */
  async sendAll(texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      this.send(text);
      while (this.isOpen && this.socket.writableLength > STEP_BYTES) await sleep(STEP_MS);
    }
  }

  /** Sends the client an error; the connection stays. @param clientId of the frame that this answers */
  refuse(error: unknown, clientId?: unknown): void {
    const known = toAppError(error);
    const { requestId, path } = this.opening;
    if (known.status >= 500) logger.error({ requestId, err: error }, `Answered ${known.code}`);
    const problem = toProblem(known, { requestId, instance: path });
    const ref = typeof clientId === 'string' ? { client_id: clientId } : {};
    this.send(JSON.stringify({ ...problem, type: 'error', problem: problem.type, ...ref }));
  }

  /** @param reason a word for the client's code */
  close(code: number, reason: string): void {
    this.ws.close(code, reason.slice(0, REASON_CHARS));
  }

  /** Without waiting for anything. */
  drop(why: string): void {
    logger.info({ requestId: this.opening.requestId, userId: this.principal.userId, why }, 'socket dropped');
    this.ws.terminate();
  }

  /** Asks whether the other side is still there. */
  ping(nowMs: number): void {
    this.awaitingPongSinceMs ??= nowMs;
    if (this.isOpen) this.ws.ping();
  }

  /** Does not read from the socket for a while: the other side has to wait. */
  slowDown(ms: number): void {
    this.slowUntilMs = performance.now() + ms;
    this.pause();
    setTimeout(() => this.resume(), ms + 1).unref();
  }

  /** From now on frames go to this handler, which must not throw. */
  listen(handler: FrameHandler): void {
    this.ws.on('message', (data: RawData, isBinary: boolean) => {
      this.waiting.push({ bytes: data as Buffer, isBinary });
      if (this.waiting.length > WAITING_HIGH) this.pause();
      if (!this.pumping) void this.pump(handler);
    });
  }

  private async pump(handler: FrameHandler): Promise<void> {
    this.pumping = true;
    await this.held;
    // What came before the close is still handled: its sender has said it.
    for (let frame = this.waiting.shift(); frame; frame = this.waiting.shift()) {
      await handler(frame);
      if (this.waiting.length < WAITING_LOW) this.resume();
    }
    this.pumping = false;
  }

  private pause(): void {
    if (this.paused || !this.isOpen) return;
    this.paused = true;
    this.ws.pause();
  }

  private resume(): void {
    if (!this.paused || this.waiting.length > WAITING_LOW || performance.now() < this.slowUntilMs) return;
    this.paused = false;
    this.ws.resume();
  }
}
