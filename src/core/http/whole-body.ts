import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { UnsupportedMediaType } from '../errors';
import type { WholeType } from './edge-config';

const Bytes = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) throw new UnsupportedMediaType(); // here and not at the edge: strangers hear 401 first
  return body;
});

/** The bytes of a body, on a route that says `@Edge({ whole: … })`. @throws UnsupportedMediaType for any other, and for none */
export function WholeBody(type: WholeType): ParameterDecorator {
  return (target, key, index) => {
    Bytes()(target, key, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    ApiConsumes(type)(target, key as string, descriptor);
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })(target, key as string, descriptor);
  };
}
