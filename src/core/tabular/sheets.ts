import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import type { Locale } from '../kernel/text';
import { throughThread } from '../kernel/runtime/thread';
import type { Column, Line } from './cell';
import type { Document } from './document';

export const SHEET_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** What a table becomes. */
export interface TabularExport {
  readonly format: SheetFormat;
  readonly title: string;
  readonly brand: string;
  /** Of the title and the columns' titles; a PDF adds words of its own. */
  readonly locale: Locale;
  readonly columns: readonly Column[];
}

/** The thread's input: what it writes. */
export type SheetJob =
  { readonly sheet: TabularExport } | { readonly documents: readonly Document[]; readonly locale: Locale };

const THREAD = join(__dirname, 'sheet.thread.js');

/** The bytes of a table's file, written in a thread as its lines come: none of it is ever whole in memory. */
export function sheetBytes(
  sheet: TabularExport,
  lines: AsyncIterable<readonly Line[]> | Iterable<readonly Line[]>,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  return throughThread(THREAD, { sheet } satisfies SheetJob, lines, signal);
}

/** Documents as one PDF, each from a page of its own, drawn in a thread. @param locale in which they are written */
export function documentsPdf(documents: readonly Document[], locale: Locale, signal: AbortSignal): Promise<Buffer> {
  return buffer(Readable.from(throughThread(THREAD, { documents, locale } satisfies SheetJob, [], signal)));
}
