import { applyDecorators, CallHandler, ExecutionContext, NestInterceptor, UseInterceptors } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, Observable } from 'rxjs';
import { EnumField } from '../dto/fields';
import { NotAcceptable } from '../../kernel/errors';
import { accepted } from './accept';

/** What an answer can be written as; JSON is every answer's own form. */
export const FORMATS = ['json', 'csv', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

const MEDIA: Record<Format, string> = { json: 'application/json', csv: 'text/csv', pdf: 'application/pdf' };
const CONTENT_TYPE: Record<Format, string> = { ...MEDIA, csv: 'text/csv; charset=utf-8' };

/** The query of whatever says `@Formats`; extend it. */
export class FormatQuery {
  @EnumField(FORMATS, { optional: true, description: 'Instead of `Accept`.' })
  format?: Format;
}

type Write<T> = (dto: T) => string | Buffer | Promise<Buffer>;

/** How the handler's DTO becomes text or bytes. */
export interface Writers<T> {
  readonly csv?: Write<T>;
  readonly pdf?: Write<T>;
}

/**
 * The handler's DTO in the format that `?format=` or `Accept` names; 406 `not_acceptable` for any other, before the
 * handler runs. @param name of the file that a browser saves, without its ending
 */
export function Formats<T>(name: string, writers: Writers<T>): MethodDecorator {
  const formats = FORMATS.filter((format) => format === 'json' || writers[format]);
  return applyDecorators(
    UseInterceptors(new FormatInterceptor<T>(name, formats, writers)),
    ApiProduces(...formats.map((format) => MEDIA[format])),
  );
}

class FormatInterceptor<T> implements NestInterceptor<T, unknown> {
  constructor(
    private readonly name: string,
    private readonly formats: readonly Format[],
    private readonly writers: Writers<T>,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<T>): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const format = this.choose(http.getRequest<FastifyRequest>());
    reply.header('vary', 'Accept');
    const write = format === 'json' ? undefined : this.writers[format];
    if (!write) return next.handle();
    return next.handle().pipe(
      mergeMap(async (dto) => {
        const body = await write(dto);
        reply.type(CONTENT_TYPE[format]).header('content-disposition', `inline; filename="${this.name}.${format}"`);
        return body;
      }),
    );
  }

  private choose({ query, headers }: FastifyRequest): Format {
    const { format } = query as { format?: unknown };
    const media = this.formats.map((one) => MEDIA[one]);
    const type = format === undefined ? accepted(headers.accept, media) : MEDIA[format as Format];
    const chosen = this.formats.find((one) => MEDIA[one] === type);
    if (!chosen) throw new NotAcceptable({ formats: this.formats });
    return chosen;
  }
}
