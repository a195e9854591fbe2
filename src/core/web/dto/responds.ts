import { applyDecorators, HttpCode, SetMetadata, Type } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiExtension, ApiOperation, ApiResponse, ApiResponseOptions } from '@nestjs/swagger';
import type { AnyErrorType } from '../../kernel/errors';

/** What a handler answers with, read by the serialiser, idempotency and the documents. */
export interface Answer {
  readonly status: number;
  /** null for an answer without a body, or of another form than JSON. */
  readonly type: Type | null;
}

/** An answer of another form than JSON. */
export interface MediaAnswer {
  /** What it is, in one sentence of the documents. */
  readonly description: string;
  /** The media types it may have, and whether the body is text or bytes. */
  readonly media: Readonly<Record<string, 'text' | 'bytes'>>;
}

export const ANSWER = 'atrium:answer';
export const ERRORS_EXTENSION = 'x-errors';

/**
 * Says a REST handler's status, its body and the errors of its own; those every route may have are added to the documents.
 * @param body class of the DTO; or what it is that is no JSON; null for none
 */
export function Responds(
  status: number,
  body: Type | MediaAnswer | null,
  errors: readonly AnyErrorType[] = [],
): MethodDecorator {
  const type = typeof body === 'function' ? body : null;
  return applyDecorators(
    HttpCode(status),
    SetMetadata<string, Answer>(ANSWER, { status, type }),
    ApiResponse({ status, ...documented(body) }),
    ApiExtension(
      ERRORS_EXTENSION,
      errors.map((error) => error.code),
    ),
    ...(type ? [RouteSchema({ response: { [status]: { dto: type } } })] : []),
  );
}

function documented(body: Type | MediaAnswer | null): ApiResponseOptions {
  if (body === null) return { description: 'Done; no body.' };
  if (typeof body === 'function') return { description: 'Done.', type: body };
  const contents = Object.entries(body.media).map(([media, kind]) => [media, { schema: SCHEMAS[kind] }] as const);
  return { description: body.description, content: Object.fromEntries(contents) };
}

const SCHEMAS = { text: { type: 'string' }, bytes: { type: 'string', format: 'binary' } };

/** What a handler does, in one sentence of the documents. */
export const Summary = (summary: string): MethodDecorator => ApiOperation({ summary });
