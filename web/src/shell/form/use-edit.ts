import { useState } from 'react';
import { AtriumError, type Keyed, type Versioned } from '../api';

/** Two versions of one thing: what was to be stored and what somebody else has stored meanwhile. */
export interface Conflict<T, V> {
  readonly mine: V;
  readonly theirs: Versioned<T>;
}

export type EditHeaders = Keyed & { readonly 'If-Match': string };

interface Edit<T, V> {
  readonly save: (values: V, keyed: Keyed) => Promise<void>;
  readonly conflict: Conflict<T, V> | null;
  /** Stores mine over theirs. */
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => void;
}

/**
 * Stores an edit with `If-Match`. Where somebody else was first, both versions are shown (`ConflictDialog`) and nothing is stored until one
 * of them is chosen.
 * @param version as it was when it was read
 */
export function useEdit<T, V>(
  version: Versioned<T>,
  options: {
    readonly read: () => Promise<Versioned<T>>;
    readonly write: (values: V, headers: EditHeaders) => Promise<unknown>;
    readonly onTheirs: (theirs: Versioned<T>) => void;
    readonly onSaved: () => void;
  },
): Edit<T, V> {
  const [conflict, setConflict] = useState<Conflict<T, V> | null>(null);
  const { read, write, onTheirs, onSaved } = options;
  const store = async (values: V, etag: string, key: string): Promise<void> => {
    try {
      await write(values, { 'If-Match': etag, 'Idempotency-Key': key });
      setConflict(null);
      onSaved();
    } catch (error) {
      if (!(error instanceof AtriumError) || error.status !== 412) throw error;
      setConflict({ mine: values, theirs: await read() });
    }
  };
  return {
    conflict,
    save: (values, keyed) => store(values, version.etag, keyed['Idempotency-Key']),
    keepMine: async () => {
      if (conflict) await store(conflict.mine, conflict.theirs.etag, crypto.randomUUID());
    },
    takeTheirs: () => {
      if (conflict) onTheirs(conflict.theirs);
      setConflict(null);
    },
  };
}
