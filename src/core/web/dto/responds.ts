import { applyDecorators, HttpCode, SetMetadata, Type } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { AnyErrorType } from '../../kernel/errors';

/** What a handler answers with, read by the serialiser, idempotency and the documents. */
export interface Answer {
  readonly status: number;
  /** null for an answer without a body. */
  readonly type: Type | null;
}

export const ANSWER = 'atrium:answer';
export const ERRORS_EXTENSION = 'x-errors';

/** Says a REST handler's status, its body and the errors of its own; those every route may have are added to the documents. */
export function Responds(status: number, type: Type | null, errors: readonly AnyErrorType[] = []): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    SetMetadata<string, Answer>(ANSWER, { status, type }),
    ApiResponse({ status, description: type ? 'Done.' : 'Done; no body.', ...(type ? { type } : {}) }),
    ApiExtension(
      ERRORS_EXTENSION,
      errors.map((error) => error.code),
    ),
    ...(type ? [RouteSchema({ response: { [status]: { dto: type } } })] : []),
  );
}

/** What a handler does, in one sentence of the documents. */
export const Summary = (summary: string): MethodDecorator => ApiOperation({ summary });
