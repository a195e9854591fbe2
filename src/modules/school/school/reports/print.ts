import { ConnectionQueue } from '../../../../core/data/database/connection-queue';
import { Unavailable } from '../../../../core/kernel/errors';
import type { Locale } from '../../../../core/kernel/text';
import { Document, documentsPdf } from '../../../../core/tabular';

/** A sheet takes a core for as long as it is drawn. */
const AT_ONCE = 2;
const PATIENCE_MS = 20_000;
const LONGEST_MS = 30_000;

const turns = new ConnectionQueue(AT_ONCE, PATIENCE_MS);

/**
 * A sheet as PDF, drawn off the event loop, for who waits. @param locale in which it is written
 * @throws Unavailable when no thread is free for long
 */
export async function print(sheet: Document, locale: Locale): Promise<Buffer> {
  await turns.enter();
  try {
    return await documentsPdf([sheet], locale, AbortSignal.timeout(LONGEST_MS));
  } catch (error) {
    throw (error as Error).name === 'TimeoutError' ? new Unavailable({ retryAfterS: 1 }) : error;
  } finally {
    turns.leave(true);
  }
}
