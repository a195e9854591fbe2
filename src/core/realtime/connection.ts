import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import type { Principal } from '../kernel/context/principal';
import { AppError, toAppError, toProblem } from '../kernel/errors';
import { logger } from '../kernel/logging';
import { Allowance } from './allowance';
import type { Frame, GatewayOptions } from './gateway-options';
import type { FrameWay, Outgoing } from './frame-ways';

/** Why the server closes a socket, RFC 6455 section 7.4.1. */
export const CLOSE = { goingAway: 1001, unsupported: 1003, policy: 1008, restart: 1012, tryLater: 1013 } as const;

/** The reason, with `tryLater`, where a quota of the gateway is used up. */
export const TOO_MANY_SOCKETS = 'too_many_sockets';

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

type Received = { readonly bytes: Buffer; readonly isBinary: boolean };
type FrameHandler = (frame: Received) => Promise<unknown>;

/** Who has not read so much of what it was sent is dropped, unless its gateway says how much. */
const QUEUED_BYTES = 1_048_576;
/** What may be long is sent in steps of this. */
const STEP_BYTES = 131_072;
const STEP_MS = 10;
/** Of who sends faster than it is served the socket is not read for a while. */
const WAITING_HIGH = 64;
const WAITING_LOW = 16;
/** The same, of bytes. */
const WAITING_BYTES = 4_194_304;
/** A reason has room for 123 bytes. */
const REASON_CHARS = 120;

/** One socket of one caller. Frames are handled one after another, in the order in which they came. */
export class Connection {
  /** Answers to pings are awaited since this instant, by `performance.now()`; null while none is due. */
  awaitingPongSinceMs: number | null = null;
  private readonly closers: (() => void)[] = [];
  private readonly waiting: Received[] = [];
  private waitingBytes = 0;
  private pumping = false;
  private paused = false;
  private slowUntilMs = 0;
  private held: Promise<unknown> = Promise.resolve();
  private isDeaf = false;
  /** Bytes on their way that do not count as unread. */
  private answerBytes = 0;
  private readonly maxQueued: number;
  private readonly frames: Allowance | null;
  private readonly bytes: Allowance | null;

  constructor(
    private readonly ws: WebSocket,
    private readonly socket: Socket,
    readonly gateway: GatewayOptions,
    readonly opening: Opening,
    /** As the session is now. */
    public principal: Principal,
    private readonly way: FrameWay,
  ) {
    const { queuedBytes = QUEUED_BYTES, framesPerSecond, bytesPerSecond } = gateway.limits;
    this.maxQueued = queuedBytes;
    this.frames = allowanceOf(framesPerSecond);
    this.bytes = allowanceOf(bytesPerSecond);
    ws.on('error', () => undefined); // the other side broke the protocol, which closes the socket
    ws.on('pong', () => (this.awaitingPongSinceMs = null));
    ws.on('close', () => {
      for (const closed of this.closers.splice(0)) closed();
    });
  }

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** The one that was agreed on; null for none. */
  get subProtocol(): string | null {
    return this.ws.protocol || null;
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

  /** Sends a frame; who does not read is dropped. */
  send(content: Frame): void {
    this.write(this.way.ready(content));
  }

  /**
   * Sends what the client has asked for, which may be longer than what it may leave unread. Done once it has left, or the socket has
   * closed: a handler awaits it, so that nobody asks for more than one at a time.
   */
  answer(content: Frame): Promise<void> {
    if (!this.isOpen) return Promise.resolve();
    const outgoing = this.way.ready(content);
    this.answerBytes += outgoing.sizeBytes;
    return new Promise((resolve) => {
      this.way.write(this.ws, this.socket, outgoing, () => {
        this.answerBytes -= outgoing.sizeBytes;
        resolve();
      });
    });
  }

  /** Sends what was made ready for any number of sockets. */
  write(outgoing: Outgoing): void {
    if (!this.isOpen) return;
    if (this.socket.writableLength - this.answerBytes > this.maxQueued) return this.drop('does not read');
    this.way.write(this.ws, this.socket, outgoing);
  }

  /** Sends many, as fast as the other side reads them. */
  async sendAll(contents: readonly Frame[]): Promise<void> {
    for (const content of contents) {
      this.send(content);
      while (this.isOpen && this.socket.writableLength > STEP_BYTES) await sleep(STEP_MS);
    }
  }

  /**
   * Sends the client an error; the connection stays, where its gateway has frames for errors.
   * @param clientId of the frame that this answers
   */
  refuse(error: unknown, clientId?: unknown): void {
    const known = toAppError(error);
    const { requestId, path } = this.opening;
    if (known.status >= 500) logger.error({ requestId, err: error }, `Answered ${known.code}`);
    const problem = toProblem(known, { requestId, instance: path });
    const ref = typeof clientId === 'string' ? { client_id: clientId } : {};
    const asText = (): string => JSON.stringify({ ...problem, type: 'error', problem: problem.type, ...ref });
    const { frames, errorFrame } = this.gateway;
    const frame = errorFrame ? errorFrame(problem) : frames === 'binary' ? null : asText();
    if (frame === null) this.close(codeFor(known), known.code);
    else this.send(frame);
  }

  /** Sends the error and closes: with 1013 where it may be gone soon, else with 1008. */
  end(error: unknown): void {
    const known = toAppError(error);
    this.refuse(error);
    this.close(codeFor(known), known.code);
  }

  /** Closes, and handles no frame that has not been handled yet. @param reason a word for the client's code */
  hangUp(code: number, reason: string): void {
    this.isDeaf = true;
    this.close(code, reason);
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
    this.slowUntilMs = Math.max(this.slowUntilMs, performance.now() + ms);
    this.pause();
    setTimeout(() => this.resume(), ms + 1).unref();
  }

  /** From now on frames go to this handler, which must not throw. */
  listen(handler: FrameHandler): void {
    this.ws.on('message', (data: RawData, isBinary: boolean) => {
      const bytes = data as Buffer;
      this.waiting.push({ bytes, isBinary });
      this.waitingBytes += bytes.length;
      if (this.waiting.length > WAITING_HIGH || this.waitingBytes > WAITING_BYTES) this.pause();
      this.spend(bytes.length);
      if (!this.pumping) void this.pump(handler);
    });
  }

  private async pump(handler: FrameHandler): Promise<void> {
    this.pumping = true;
    await this.held;
    // What came before the close is still handled: its sender has said it.
    for (let frame = this.waiting.shift(); frame; frame = this.waiting.shift()) {
      this.waitingBytes -= frame.bytes.length;
      if (!this.isDeaf) await handler(frame);
      if (this.waiting.length < WAITING_LOW) this.resume();
    }
    this.pumping = false;
  }

  /** Reads more slowly from whoever sends more than its gateway grants. */
  private spend(bytes: number): void {
    if (!this.frames && !this.bytes) return;
    const nowMs = performance.now();
    const waitMs = Math.max(this.frames?.take(1, nowMs) ?? 0, this.bytes?.take(bytes, nowMs) ?? 0);
    if (waitMs > 0) this.slowDown(waitMs);
  }

  private pause(): void {
    if (this.paused || !this.isOpen) return;
    this.paused = true;
    this.ws.pause();
  }

  private resume(): void {
    if (!this.paused || this.waiting.length > WAITING_LOW || performance.now() < this.slowUntilMs) return;
    if (this.waitingBytes > WAITING_BYTES) return;
    this.paused = false;
    this.ws.resume();
  }
}

const allowanceOf = (perSecond?: number): Allowance | null =>
  perSecond === undefined ? null : new Allowance(perSecond, performance.now());

const codeFor = ({ status }: AppError): number => (status >= 500 ? CLOSE.tryLater : CLOSE.policy);
