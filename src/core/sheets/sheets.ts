import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import { throughThread } from '../runtime/thread';
import type { Column, Line } from './cell';
import type { Document } from './pdf';

export const SHEET_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** What a table becomes. */
export interface Sheet {
  readonly format: SheetFormat;
  readonly title: string;
  readonly brand: string;
  readonly columns: readonly Column[];
}

/** What the thread is told to write. */
export type SheetJob = { readonly sheet: Sheet } | { readonly document: Document };

const THREAD = join(__dirname, 'sheet.thread.js');

/** The bytes of a table's file, written in a thread as its lines come: none of it is ever whole in memory. */
export function sheetBytes(
  sheet: Sheet,
  lines: AsyncIterable<readonly Line[]> | Iterable<readonly Line[]>,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  return throughThread(THREAD, { sheet } satisfies SheetJob, lines, signal);
}

/** A document as PDF, drawn in a thread. */
export function documentPdf(document: Document, signal: AbortSignal = new AbortController().signal): Promise<Buffer> {
  return buffer(Readable.from(throughThread(THREAD, { document } satisfies SheetJob, [], signal)));
}
