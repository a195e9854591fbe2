import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { MediaAnswer } from '../../../core/web/dto';

const BYTES = { schema: { type: 'string' as const, format: 'binary' } };

/** The whole of a file, for `@Responds`. */
export const FILE_BYTES: MediaAnswer = { description: 'The bytes.', media: { '*/*': 'bytes' } };

/** What a route that answers with `FILE_BYTES` does besides, in the documents: ranges. */
export const Downloads = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({ name: 'Range', required: false, schema: { type: 'string' }, description: 'bytes=0-99, RFC 9110.' }),
    ApiHeader({ name: 'If-Range', required: false, schema: { type: 'string' }, description: 'ETag or time.' }),
    ApiResponse({
      status: 206,
      description: 'One range, or several as multipart/byteranges.',
      content: { '*/*': BYTES },
    }),
  );
