import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MalformedIdempotencyKey } from './idempotency.errors';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The key of a request, or undefined. @throws MalformedIdempotencyKey */
export function idempotencyKeyOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const key = headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || !KEY.test(key))) throw new MalformedIdempotencyKey();
  return key;
}

const Key = createParamDecorator((_: unknown, context: ExecutionContext) =>
  idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The caller's `Idempotency-Key`, for a handler with `idempotency: false` whose service calls `Idempotency.once` by itself. */
export function IdempotencyKeyParam(): ParameterDecorator {
  return (target, key, index) => {
    Key()(target, key, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key, caller and input give the first answer again, for 24 hours.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    })(target, key as string, descriptor);
  };
}
