import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import {
  applyDecorators,
  CallHandler,
  createParamDecorator,
  ExecutionContext,
  Injectable,
  Logger,
  NestInterceptor,
  OnModuleDestroy,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { map, Observable } from 'rxjs';
import { Authentication } from '../access/authentication';
import { Unavailable } from '../../kernel/errors';
import type { MediaAnswer } from '../dto/responds';
import { isSameCaller, POLL_INTERVAL_MS } from './same-caller';

/** One event of a stream. */
export interface ServerEvent {
  /** What the client names in `Last-Event-ID` when it comes back. */
  readonly id: string | number;
  /** Its kind; `message` when absent. */
  readonly event?: string;
  /** Text of any lines. */
  readonly data: string;
}

/** Where the events of one stream come from: ends soon after the signal is aborted. */
export type ServerEvents = (signal: AbortSignal) => AsyncIterable<ServerEvent>;

const RETRY_MS = 2000;
const HEARTBEAT_MS = 15_000;

/**
 * Turns what a handler answers, `ServerEvents`, into a stream of server-sent events (WHATWG HTML, section 9.2); null into
 * 204, which tells the client not to come back. A stream ends with its source, when the client goes, when the process
 * drains, and within a second when the caller's session ends or their rights are others than at its start.
 */
@Injectable()
export class EventStreams implements NestInterceptor, OnModuleDestroy {
  private readonly log = new Logger(EventStreams.name);
  private readonly open = new Set<AbortController>();
  private closing = false;

  constructor(private readonly authentication: Authentication) {}

  /** @throws Unavailable while the process drains */
  intercept(context: ExecutionContext, next: CallHandler<ServerEvents | object | null>): Observable<unknown> {
    if (this.closing) throw new Unavailable({ retryAfterS: 1 });
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isStream = (answer: ServerEvents | object | null): answer is ServerEvents | null =>
      answer === null || typeof answer === 'function';
    return next.handle().pipe(map((answer) => (isStream(answer) ? this.answer(request, answer) : answer)));
  }

  /** Before the server closes, which waits for every answer. */
  onModuleDestroy(): void {
    this.closing = true;
    for (const stream of this.open) stream.abort();
  }

  private answer(request: FastifyRequest, events: ServerEvents | null): StreamableFile | null {
    if (!events) {
      request.context.answerStatus = 204;
      return null;
    }
    (request.context.answerHeaders ??= {})['x-accel-buffering'] = 'no'; // nginx would keep events back
    const out = new PassThrough();
    if (request.method === 'HEAD') out.end();
    else void this.pump(request, events, out);
    return new StreamableFile(out, { type: 'text/event-stream; charset=utf-8' });
  }

  private async pump(request: FastifyRequest, events: ServerEvents, out: PassThrough): Promise<void> {
    const stream = new AbortController();
    const end = (): void => stream.abort();
    this.open.add(stream);
    out.once('close', end).once('error', end);
    const { principal } = request.context;
    const looker = setInterval(() => {
      void isSameCaller(request, principal, this.authentication).then((same) => !same && end());
    }, POLL_INTERVAL_MS);
    const heart = setInterval(() => out.writableNeedDrain || out.write(': still here\n\n'), HEARTBEAT_MS);
    try {
      out.write(`retry: ${RETRY_MS}\n\n`);
      for await (const event of events(stream.signal)) {
        if (stream.signal.aborted) break;
        if (!out.write(textOf(event))) await once(out, 'drain', { signal: stream.signal });
      }
    } catch (error) {
      // The client comes back and gets the error then.
      if (!stream.signal.aborted) this.log.warn(`A stream of events broke off: ${(error as Error).message}`);
    } finally {
      clearInterval(looker);
      clearInterval(heart);
      this.open.delete(stream);
      out.end();
    }
  }
}

/** A stream of events, for `@Responds`. */
export const SERVER_EVENTS: MediaAnswer = {
  description: 'Server-sent events.',
  media: { 'text/event-stream': 'text' },
};

/** Says that a handler answers `ServerEvents`, or null for 204: nothing more will come. */
export const EventStream = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(EventStreams),
    ApiResponse({ status: 204, description: 'The caller has had the last one.' }),
  );

export const EVENTS_EXTENSION = 'x-events';

/** For a handler that answers a DTO, or `ServerEvents` where the query wants them. */
export const MaybeEventStream = (): MethodDecorator =>
  applyDecorators(UseInterceptors(EventStreams), ApiExtension(EVENTS_EXTENSION, true));

const Header = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const value = context.switchToHttp().getRequest<FastifyRequest>().headers['last-event-id'];
  return typeof value === 'string' ? value : undefined;
});

/** The id of the last event that the caller has received, if the request names it. */
export function LastEventId(): ParameterDecorator {
  return (target, key, index) => {
    Header()(target, key, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The last event that was received.' })(
      target,
      key as string,
      descriptor,
    );
  };
}

/** No text can add a field, or an event, of its own. */
export function textOf({ id, event, data }: ServerEvent): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `id: ${oneLine(id)}\n${event === undefined ? '' : `event: ${oneLine(event)}\n`}${lines.join('')}\n`;
}

const oneLine = (value: string | number): string => String(value).replace(/[\r\n\0]/g, ' ');
