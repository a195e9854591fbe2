import { applyDecorators, ArgumentsHost, Catch, ExceptionFilter } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AppError, InactiveUser, Validation } from '../../../core/kernel/errors';
import {
  InvalidClient,
  InvalidCredentials,
  InvalidRefreshToken,
  InvalidScope,
  UnsupportedGrantType,
} from './auth.errors';

/** Our codes in the words of RFC 6749 section 5.2; any other error stays a problem document. */
const WORDS: Readonly<Record<string, string>> = {
  [Validation.code]: 'invalid_request',
  [UnsupportedGrantType.code]: 'unsupported_grant_type',
  [InvalidCredentials.code]: 'invalid_grant',
  [InvalidRefreshToken.code]: 'invalid_grant',
  [InactiveUser.code]: 'invalid_grant',
  [InvalidClient.code]: 'invalid_client',
  [InvalidScope.code]: 'invalid_scope',
};

/** Errors of the OAuth2 endpoints. */
@Catch(AppError)
export class OAuthErrorFilter implements ExceptionFilter<AppError> {
  catch(error: AppError, host: ArgumentsHost): void {
    const word = WORDS[error.code];
    if (!word) throw error; // goes on to the edge
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (word === 'invalid_client') void reply.header('www-authenticate', 'Basic realm="Atrium"');
    void reply
      .code(word === 'invalid_client' ? 401 : 400)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ error: word, error_description: error.message }));
  }
}

const BODY = {
  'application/json': {
    schema: {
      type: 'object' as const,
      required: ['error'],
      properties: {
        error: { type: 'string' as const, enum: [...new Set(Object.values(WORDS))] },
        error_description: { type: 'string' as const },
      },
    },
  },
};

/** Their place in the documents. */
const OAuthErrors = (): MethodDecorator =>
  ApiResponse({ status: 400, description: 'Refused, as RFC 6749 section 5.2 says it.', content: BODY });

/** The same of an endpoint that asks for credentials of a service: wrong ones are 401 `invalid_client`. */
export const OAuthClientErrors = (): MethodDecorator =>
  applyDecorators(
    OAuthErrors(),
    ApiResponse({ status: 401, description: 'No service has these credentials.', content: BODY }),
  );
