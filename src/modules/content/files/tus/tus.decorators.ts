import { Readable } from 'node:stream';
import { applyDecorators, createParamDecorator, ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { setAnswerHeader } from '../../../../core/kernel/context/context';
import type { StreamedBody } from '../../../../core/web/http';
import { TUS_VERSION, TusRequest } from './tus-headers';

/** What the request says in headers of tus. Also answers with our version, whatever becomes of it. */
export const Tus = createParamDecorator((_: unknown, context: ExecutionContext): TusRequest => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const text = (name: string): string | undefined => headers[name] as string | undefined;
  setAnswerHeader('tus-resumable', TUS_VERSION);
  return {
    version: text('tus-resumable'),
    length: text('upload-length'),
    offset: text('upload-offset'),
    metadata: text('upload-metadata'),
    checksum: text('upload-checksum'),
  };
});

/** What a POST stands for, for clients that cannot say PATCH or DELETE. */
export interface OverriddenCall {
  readonly method: string | undefined;
  /** null where nothing was sent, or bytes of another type. */
  readonly body: StreamedBody | null;
}

/** `X-HTTP-Method-Override`, and the body that comes with it. */
export const Overridden = createParamDecorator((_: unknown, context: ExecutionContext): OverriddenCall => {
  const { headers, body } = context.switchToHttp().getRequest<FastifyRequest>();
  const method = (headers['x-http-method-override'] as string | undefined)?.toUpperCase();
  return { method, body: body instanceof Readable ? { stream: body, headers } : null };
});

/** The headers a call of tus takes, in the documents. */
export const TusHeaders = (...names: string[]): MethodDecorator =>
  applyDecorators(
    ...['Tus-Resumable', ...names].map((name) =>
      ApiHeader({ name, required: false, schema: { type: 'string' }, description: 'tus 1.0' }),
    ),
  );
