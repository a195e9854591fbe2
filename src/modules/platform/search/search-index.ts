import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../core/data/database';
import type { Portion } from '../../../core/data/housekeeping';
import type { ResourceChange, ResourceListener } from '../sharing';

/** A resource is found by the words of so many characters of its text. */
export const TEXT_MAX = 100_000;
const PORTION = 500;

const WRITE = statement(
  'search.write-text',
  'UPDATE search_entries SET text = $2 WHERE resource_id = $1 AND text <> $2',
);
/** A word that comes back while this looks is added by the next text that has it. */
const SWEEP = statement(
  'search.sweep-terms',
  `WITH due AS (
     SELECT word FROM search_terms WHERE checked_at < now() - interval '1 day' ORDER BY checked_at LIMIT ${PORTION}
   ), gone AS (
     DELETE FROM search_terms t USING due WHERE t.word = due.word AND NOT EXISTS (
       SELECT FROM search_entries e WHERE e.search @@ ('''' || t.word || '''')::tsquery AND NOT e.is_trashed
     ) RETURNING t.word
   ), kept AS (
     UPDATE search_terms t SET checked_at = now() FROM due WHERE t.word = due.word AND t.word NOT IN (SELECT word FROM gone)
   )
   SELECT (SELECT count(*) FROM due)::int AS due, (SELECT count(*) FROM gone)::int AS gone`,
);

/** Keeps what resources are found by, in the transactions that change them: a trigger their titles, this their texts. */
@Injectable()
export class SearchIndex implements ResourceListener {
  constructor(private readonly db: Database) {}

  async resourcesChanged({ subjectId, text }: ResourceChange): Promise<void> {
    if (text === undefined) return;
    await this.db.execute(WRITE, [subjectId, text.slice(0, TEXT_MAX).replaceAll('\0', ' ')]);
  }

  /** Forgets a portion of the words that no text has any more. */
  async sweepTerms(): Promise<Portion> {
    const [{ due, gone }] = await this.db.query<{ due: number; gone: number }>(SWEEP);
    return { removed: gone, more: due === PORTION };
  }
}
