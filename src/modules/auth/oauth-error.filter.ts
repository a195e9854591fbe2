import { ArgumentsHost, Catch, ExceptionFilter } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AppError, toAppError, Validation } from '../../core/errors';
import { UnsupportedGrantType } from './auth.errors';

/** Errors of the token endpoint (RFC 6749 section 5.2). */
@Catch(AppError)
export class OAuthErrorFilter implements ExceptionFilter<AppError> {
  catch(error: AppError, host: ArgumentsHost): void {
    const known = toAppError(error);
    if (known.status >= 500 || known.status === 429) throw known; // the RFC has no words for these
    const word =
      known.code === Validation.code
        ? 'invalid_request'
        : known.code === UnsupportedGrantType.code
          ? 'unsupported_grant_type'
          : 'invalid_grant';
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply
      .code(400)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ error: word, error_description: known.message }));
  }
}

/** Their place in the documents. */
export const OAuthErrors = (): MethodDecorator =>
  ApiResponse({
    status: 400,
    description: 'Refused, as RFC 6749 section 5.2 says it.',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['error'],
          properties: {
            error: { type: 'string', enum: ['invalid_request', 'invalid_grant', 'unsupported_grant_type'] },
            error_description: { type: 'string' },
          },
        },
      },
    },
  });
