import { join } from 'node:path';
import { Turns } from '../../../../core/database/turns';
import { Unavailable } from '../../../../core/errors';
import { inThread } from '../../../../core/runtime/thread';
import type { Sheet } from './sheet';

const THREAD = join(__dirname, 'print.thread.js');
/** A sheet takes a core for as long as it is drawn. */
const AT_ONCE = 2;
const PATIENCE_MS = 20_000;
const LONGEST_MS = 30_000;

const turns = new Turns(AT_ONCE, PATIENCE_MS);

/** A sheet as PDF, drawn off the event loop. @throws Unavailable when no thread is free for long */
export async function print(sheet: Sheet): Promise<Buffer> {
  await turns.enter();
  try {
    return await printAll([sheet], AbortSignal.timeout(LONGEST_MS));
  } catch (error) {
    throw (error as Error).name === 'TimeoutError' ? new Unavailable({ retryAfterS: 1 }) : error;
  } finally {
    turns.leave(true);
  }
}

/** Sheets as one PDF, each from a page of its own, for who waits as long as it takes. @param signal ends it at once */
export async function printAll(sheets: readonly Sheet[], signal: AbortSignal): Promise<Buffer> {
  return Buffer.from(await inThread<Uint8Array>(THREAD, sheets, { signal }));
}
