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

/** Sheets as one PDF, one after the other, drawn off the event loop. @throws Unavailable when no thread is free for long */
export async function print(...sheets: readonly Sheet[]): Promise<Buffer> {
  await turns.enter();
  try {
    return Buffer.from(await inThread<Uint8Array>(THREAD, sheets, { signal: AbortSignal.timeout(LONGEST_MS) }));
  } catch (error) {
    throw (error as Error).name === 'TimeoutError' ? new Unavailable({ retryAfterS: 1 }) : error;
  } finally {
    turns.leave(true);
  }
}
