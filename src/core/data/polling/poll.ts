import { createHash } from 'node:crypto';

/**
 * What an instance must see of Postgres within a second, though nobody tells it. The rows come as JSON: name columns as the
 * code has them, cast what JSON has no type for.
 */
export interface Poll<Row> {
  /** Unique over the application, as `sessions.changed`. */
  readonly name: string;
  /** Between the beginnings of two queries, ms; rounded up to the poller's tick. */
  readonly everyMs: number;
  /** A SELECT that an index answers; its parameters are cast and count from $1. */
  readonly select: string;
  /** The parameters of the next query; null when there is nothing to ask for. Default: none. */
  readonly values?: () => readonly unknown[] | null;
  /**
   * Called with the rows of each answer, in no order; not again before it has ended.
   * @param askedAtMs when the query began, by `performance.now()`
   */
  readonly found: (rows: readonly Row[], askedAtMs: number) => Promise<unknown> | void;
}

/** A poll that is due, with its parameters. */
export interface DuePoll {
  readonly poll: Pick<Poll<unknown>, 'name' | 'select'>;
  readonly values: readonly unknown[];
}

/** One statement that answers all of them: rows of `poll`, its name, and `row`, as JSON. */
export function combined(due: readonly DuePoll[]): { name: string; text: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts = due.map(({ poll, values: own }) => {
    const before = values.length;
    values.push(...own);
    const select = poll.select.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + before}`);
    return `SELECT '${poll.name}' AS poll, to_jsonb(q) AS row FROM (${select}) AS q`;
  });
  const text = parts.join(' UNION ALL ');
  return { name: `poll ${createHash('sha256').update(text).digest('base64url')}`, text, values };
}
