import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BodyTooLarge, UnsupportedMediaType, Validation } from '../../kernel/errors';
import type { StreamedBody } from './body-stream';
import { FORM_DATA, WHOLE_BYTES, WHOLE_FIELD, WholeType } from './route-options';
import { readMultipart } from './multipart';

const Bytes = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) throw new UnsupportedMediaType(); // here and not at the edge: strangers hear 401 first
  return body;
});

/** The `file` of a form without other fields, whole. @throws Validation for any other form, BodyTooLarge, MalformedRequest */
export async function readWholeFile(body: StreamedBody): Promise<Buffer> {
  const { file, fields } = await readMultipart(body, WHOLE_FIELD, async ({ stream }) => {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > WHOLE_BYTES) throw new BodyTooLarge();
      parts.push(part);
    }
    return Buffer.concat(parts, size);
  });
  const [unknown] = Object.keys(fields);
  if (unknown !== undefined) throw refusal(unknown, 'unknown', 'there is no such field');
  if (!file) throw refusal(WHOLE_FIELD, 'required', 'is needed');
  return file;
}

const refusal = (field: string, code: string, message: string): Error =>
  new Validation({ errors: [{ field, code, message }] });

/** The bytes of a body, or of the `file` of a form, on a route that says `@RouteOptions({ whole: … })`. @throws UnsupportedMediaType for any other, and for none */
export function WholeBody(type: WholeType): ParameterDecorator {
  return (target, key, index) => {
    Bytes()(target, key, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    ApiConsumes(type, FORM_DATA)(target, key as string, descriptor);
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })(target, key as string, descriptor);
  };
}
