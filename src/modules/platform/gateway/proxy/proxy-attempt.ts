import type { ServerResponse } from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { Permit, wordOf } from '../../../../core/outbound';
import { PassingBody } from './body';
import { AnsweredWith, GivenUp, TimeIsUp } from './failures';
import { answerHeaders, isBodiless, isEventStream } from './headers';
import type { Target } from '../upstreams/target';

/** What one try at one target has to know. */
export interface ProxyAttemptOptions {
  readonly method: string;
  /** Of the target, its base in it. */
  readonly path: string;
  readonly headers: string[];
  readonly body: Readable | Buffer | null;
  /** Whether it asks for a WebSocket. */
  readonly upgrade: boolean;
  readonly firstByteMs: number;
  readonly silenceMs: number;
  readonly wholeUntilMs: number;
  readonly client: ServerResponse;
  /** Takes over the answer to the client, once the upstream's header is there and is to be handed on. @returns headers of ours */
  readonly takeOver: () => Readonly<Record<string, unknown>>;
  readonly located: (location: string) => string;
  /** Whether another target may be asked instead of handing on this status. */
  readonly mayAskAnother: (status: number) => boolean;
  /** Takes over both connections of a WebSocket. */
  readonly tunnel: (headers: string[], socket: Duplex) => void;
}

/** How it went: the time to the first byte and the status, or why there is none that the client has seen. */
export type Outcome =
  { readonly status: number; readonly firstByteMs: number } | { readonly error: Error; readonly isAnswered: boolean };

/** An answer that still arrives after so long counts as good. */
const GOOD_AFTER_MS = 2000;
const NO_HEADERS = {};
const SMALL_BYTES = 16_384;
const LENGTH_MISMATCH = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';

/**
 * One try at one target: the call goes out, the answer comes back piece by piece, at the pace of the slower side. Time limits are
 * looked at by `tick`, so that none needs a timer of its own.
 */
export class ProxyAttempt implements Dispatcher.DispatchHandler {
  readonly done: Promise<Outcome>;
  /** Of server-sent events; ended when the process drains. */
  isEndless = false;
  private resolve: (outcome: Outcome) => void;
  private controller: Dispatcher.DispatchController | null = null;
  private answer: ServerResponse | null = null;
  private isOver = false;
  private givenUp: Error | null = null;
  private status = 0;
  private readonly beganMs = performance.now();
  /** The last time either side has moved. */
  private movedMs = this.beganMs;
  private firstByteMs = 0;
  private isWaiting = false;
  private hasBody = false;
  private isSettled = false;

  constructor(
    private readonly target: Target,
    private readonly permit: Permit,
    private readonly options: ProxyAttemptOptions,
  ) {
    this.done = new Promise((resolve) => (this.resolve = resolve));
  }

  start(): this {
    const { method, path, headers, body, upgrade } = this.options;
    this.target.pending += 1;
    this.options.client.once('close', this.onClientClose);
    try {
      this.target.pool.dispatch(
        { method, path, headers, body, upgrade: upgrade ? 'websocket' : null, blocking: false },
        this,
      );
    } catch (error) {
      this.finish({ error: error as Error, isAnswered: false });
    }
    return this;
  }

  /** Ends it, whatever it is at. */
  end(error: Error): void {
    this.givenUp ??= error;
    this.controller?.abort(this.givenUp);
  }

  /** The body of the request has moved on: the upstream cannot be expected to answer yet. */
  moved(): void {
    this.movedMs = performance.now();
  }

  /** Ends it when one of its times is up. */
  tick(nowMs: number): void {
    const { firstByteMs, silenceMs, wholeUntilMs } = this.options;
    if (!this.isEndless && nowMs > wholeUntilMs) return this.end(new TimeIsUp('whole'));
    if (this.status === 0) {
      if (nowMs - this.movedMs > firstByteMs) this.end(new TimeIsUp('first_byte'));
    } else if (!this.isEndless && !this.isWaiting && nowMs - this.movedMs > silenceMs)
      this.end(new TimeIsUp('silence'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.givenUp) controller.abort(this.givenUp);
  }

  onRequestUpgrade(controller: Dispatcher.DispatchController, status: number, _headers: unknown, socket: Duplex): void {
    this.status = status;
    this.firstByteMs = performance.now() - this.beganMs;
    if (this.givenUp) return void socket.destroy();
    this.settle(() => this.permit.succeeded(this.firstByteMs));
    this.options.tunnel(answerHeaders(rawOf(controller), NO_HEADERS, this.options.located), socket);
    this.finish({ status, firstByteMs: this.firstByteMs });
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (status < 200 || this.givenUp) return;
    this.status = status;
    this.movedMs = performance.now();
    this.firstByteMs = this.movedMs - this.beganMs;
    if (status >= 500) this.settle(() => this.permit.failed(String(status)));
    if (this.options.mayAskAnother(status)) return this.end(new AnsweredWith(status));
    const raw = rawOf(controller);
    const ours = this.options.takeOver();
    const answer = (this.answer = this.options.client);
    if (isEventStream(raw)) {
      this.isEndless = true;
      this.settle(() => this.permit.succeeded(this.firstByteMs));
      answer.socket?.setTimeout(0); // silence is nothing bad here
    }
    answer.on('drain', this.onDrain);
    try {
      answer.writeHead(status, answerHeaders(raw, ours, this.options.located));
      if (this.isEndless) answer.flushHeaders();
    } catch (error) {
      this.end(error as Error);
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.movedMs = performance.now();
    if (this.movedMs - this.beganMs - this.firstByteMs > GOOD_AFTER_MS) {
      this.settle(() => this.permit.succeeded(this.firstByteMs));
    }
    if (!this.answer) return;
    const isSmallStart = !this.hasBody && chunk.length <= SMALL_BYTES;
    this.hasBody = true;
    // Text of one byte a sign goes out together with the header in one write: that is a tenth of a small call.
    const isFlowing = isSmallStart ? this.answer.write(chunk.toString('latin1'), 'latin1') : this.answer.write(chunk);
    if (!isFlowing) {
      this.isWaiting = true;
      controller.pause();
    }
  }

  onResponseEnd(): void {
    this.settle(() => this.permit.succeeded(this.firstByteMs));
    this.answer?.end();
    this.finish({ status: this.status, firstByteMs: this.firstByteMs });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    // The length that a 304 states is the one of a 200 (RFC 9110 section 8.6); undici takes it for its own.
    if (this.answer && !this.givenUp && isBodiless(this.status) && wordOf(error) === LENGTH_MISMATCH) {
      return this.onResponseEnd();
    }
    // Half an answer must not look like a whole one.
    this.answer?.destroy();
    this.finish({ error: this.givenUp ?? error, isAnswered: this.answer !== null });
  }

  /** Tells the breaker, unless it was told already. */
  settle(tell: () => void): void {
    if (this.isSettled) return;
    this.isSettled = true;
    tell();
  }

  private readonly onDrain = (): void => {
    this.isWaiting = false;
    this.movedMs = performance.now();
    this.controller?.resume();
  };

  private readonly onClientClose = (): void => {
    if (!this.options.client.writableEnded) this.end(new GivenUp('The client is gone'));
  };

  private finish(outcome: Outcome): void {
    if (this.isOver) return;
    this.isOver = true;
    this.target.pending -= 1;
    this.options.client.off('close', this.onClientClose);
    this.answer?.off('drain', this.onDrain);
    if (this.options.body instanceof PassingBody) this.options.body.destroy();
    this.resolve(outcome);
  }
}

/** As undici has them: bytes, name and value in turns. */
function rawOf({ rawHeaders }: Dispatcher.DispatchController): readonly (Buffer | string)[] {
  return Array.isArray(rawHeaders) ? rawHeaders : [];
}
