import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';

const BYTES = { schema: { type: 'string' as const, format: 'binary' } };

/** A route that answers with bytes, in the documents. */
export const Downloads = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({ name: 'Range', required: false, schema: { type: 'string' }, description: 'bytes=0-99, RFC 9110.' }),
    ApiHeader({ name: 'If-Range', required: false, schema: { type: 'string' }, description: 'ETag or time.' }),
    ApiResponse({ status: 200, description: 'The bytes.', content: { '*/*': BYTES } }),
    ApiResponse({
      status: 206,
      description: 'One range, or several as multipart/byteranges.',
      content: { '*/*': BYTES },
    }),
  );
