import { createParamDecorator, ExecutionContext, Type } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { serialise } from '../dto/serialise';
import { PreconditionFailed } from '../../kernel/errors';
import { etagOf, isMatch } from './etag';

const Header = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'],
);

/** The caller's `If-Match`, for the service to hold against the present state. */
export function IfMatch(): ParameterDecorator {
  return (target, key, index) => {
    Header()(target, key, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'ETag that was read: changes nothing when another change was faster.',
    })(target, key as string, descriptor);
  };
}

/**
 * Guards against a lost update; without `If-Match` there is nothing to guard.
 * @param current the present state of the locked row, as a GET would answer it
 * @throws PreconditionFailed
 */
export function assertMatch(ifMatch: string | undefined, type: Type, current: object): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  if (!isMatch(ifMatch, etagOf(serialise(type, current)))) throw new PreconditionFailed();
}
