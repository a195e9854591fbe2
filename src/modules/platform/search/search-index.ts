import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../core/data/database';
import type { Portion } from '../../../core/data/housekeeping';
import type { ResourceChange, ResourceListener } from '../sharing';

/** A resource is found by the words of so many characters of its text. */
export const TEXT_MAX = 100_000;
const PORTION = 500;

const WRITE = statement(
  'search.write',
  `INSERT INTO search_entries AS e (resource_id, type, title, text)
   SELECT id, type, title, coalesce($2, '') FROM resources WHERE id = $1
   ON CONFLICT (resource_id) DO UPDATE SET title = excluded.title, text = coalesce($2, e.text)`,
);
const CHANGE = statement(
  'search.change',
  `UPDATE search_entries e SET title = r.title, text = coalesce($2, e.text) FROM resources r WHERE e.resource_id = $1 AND r.id = $1`,
);
const TRASH = statement(
  'search.trash',
  'UPDATE search_entries SET is_trashed = $2 WHERE resource_id = ANY ($1::uuid[]) AND is_trashed <> $2',
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

/** Keeps what resources are found by, in the transactions that change them. */
@Injectable()
export class SearchIndex implements ResourceListener {
  constructor(private readonly db: Database) {}

  async resourcesChanged({ act, ids, subjectId, text }: ResourceChange): Promise<void> {
    const beginning = text === undefined ? null : text.slice(0, TEXT_MAX).replaceAll('\0', ' ');
    if (act === 'created') await this.db.execute(WRITE, [subjectId, beginning]);
    if (act === 'changed' && (await this.db.execute(CHANGE, [subjectId, beginning])) === 0) {
      await this.db.execute(WRITE, [subjectId, beginning]);
    }
    if (act === 'trashed' || act === 'restored') await this.db.execute(TRASH, [ids, act === 'trashed']);
  }

  /** Forgets a portion of the words that no text has any more. */
  async sweepTerms(): Promise<Portion> {
    const [{ due, gone }] = await this.db.query<{ due: number; gone: number }>(SWEEP);
    return { removed: gone, more: due === PORTION };
  }
}
