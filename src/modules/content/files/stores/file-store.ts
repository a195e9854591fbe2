import type { Readable } from 'node:stream';
import { Unavailable } from '../../../../core/kernel/errors';
import type { ByteRange } from '../../../../core/web/http';

/** What lies in the store. */
export interface StoredObject {
  readonly id: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
}

/** Where bytes are kept, by the id of their file. Knows nothing of rows. */
export abstract class FileStore {
  /**
   * Takes the bytes of a finished temporary file, which may be gone afterwards. Once it returns they are there for good.
   * Again for the same id it replaces them.
   */
  abstract put(id: string, path: string, contentType: string): Promise<void>;

  /** @param range null for all @throws Error when there is nothing */
  abstract open(id: string, range: ByteRange | null): Promise<Readable>;

  /** Its size, or null when there is nothing. */
  abstract sizeOf(id: string): Promise<number | null>;

  /** Without effect when there is nothing. */
  abstract remove(id: string): Promise<void>;

  /** Everything, in no order; what is no object of ours is passed over. */
  abstract list(): AsyncIterable<StoredObject>;

  /** @throws when nothing can be kept just now */
  abstract check(): Promise<void>;

  /** Ends its connections. */
  close(): void {
    // A directory has none.
  }
}

/** What a store far away says when it does not answer as it should, as one of ours. */
export function asUnavailable(error: unknown): unknown {
  const { $metadata, name } = error as { $metadata?: unknown; name?: string };
  const isStore = $metadata !== undefined || name === 'TimeoutError' || name === 'AbortError';
  return isStore ? new Unavailable({ retryAfterS: 5 }) : error;
}
