const BATCH = 1000;

/**
 * All rows of a statement by the key of the last one had: each batch is a short statement of its own, so no connection is
 * held by who reads slowly. @param read the next `limit` rows in the order of their ids after that one, null for the first
 */
export async function* batches<R extends { readonly id: string }>(
  read: (after: string | null, limit: number) => Promise<R[]>,
): AsyncGenerator<R[]> {
  for (let after: string | null = null; ;) {
    const rows: R[] = await read(after, BATCH);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = rows[rows.length - 1].id;
  }
}
