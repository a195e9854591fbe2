import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { UnsupportedMediaType } from '../../kernel/errors';

/** A body as it comes. Whoever takes it reads it to its end or leaves it: the edge ends what nobody reads. */
export interface StreamedBody {
  readonly stream: Readable;
  readonly headers: IncomingHttpHeaders;
}

/** The body of a route that says `@RouteOptions({ stream })` or `@TakesStream`. @throws UnsupportedMediaType for one of another type, or none */
export const BodyStream = createParamDecorator((_: unknown, context: ExecutionContext): StreamedBody => {
  const { body, raw } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof Readable)) throw new UnsupportedMediaType();
  return { stream: body, headers: raw.headers };
});
