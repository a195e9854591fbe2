import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import type { LogDownloadQuery } from './dto/log-query.dto';
import { lineOnWire } from './dto/pod-logs.dto';
import { LineFilter } from './line-filter';
import { LogsService, OpenLog, textOf } from './logs.service';
import { mergeByTime } from './merge';

const TYPES = { ndjson: 'application/x-ndjson', text: 'text/plain; charset=utf-8' } as const;
const ENDINGS = { ndjson: 'ndjson', text: 'log' } as const;
/** Of gzip's levels the fastest: a log shrinks to a tenth by it already. */
const GZIP_LEVEL = 1;

/** Whole logs as a file, as they are read. */
@Injectable()
export class LogDownload {
  constructor(private readonly logs: LogsService) {}

  /** @param headOnly without the lines @throws as `LogsService.open` */
  async download(user: Principal, pod: string, query: LogDownloadQuery, headOnly: boolean): Promise<StreamableFile> {
    const filter = new LineFilter(query);
    const { format, gzip = false } = query;
    const open = await this.logs.open(user, pod, query, { download: format });
    const text = Readable.from(headOnly ? [] : this.chunks(open, query, filter), { objectMode: false });
    const name = `${pod}.${ENDINGS[format]}${gzip ? '.gz' : ''}`;
    const disposition = `attachment; filename="${name}"`;
    if (!gzip) return new StreamableFile(text, { type: TYPES[format], disposition });
    const packed = createGzip({ level: GZIP_LEVEL });
    pipeline(text, packed, () => undefined); // ends both together
    return new StreamableFile(packed, { type: 'application/gzip', disposition });
  }

  private async *chunks(open: readonly OpenLog[], query: LogDownloadQuery, filter: LineFilter): AsyncGenerator<string> {
    const range = this.logs.rangeOf(query);
    const several = open.length > 1;
    const sources = open.map(({ ref, reader }) => ({ ref, lines: reader.forwards(range) }));
    for await (const batch of mergeByTime(sources, false)) {
      const lines = batch.map(({ ref, raw }) => filter.apply(ref, raw)).filter((line) => line !== null);
      if (lines.length === 0) continue;
      yield lines
        .map((line) => `${query.format === 'ndjson' ? JSON.stringify(lineOnWire(line)) : textOf(line, several)}\n`)
        .join('');
    }
  }
}
