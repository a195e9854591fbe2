import { BoundStatement, Conditions } from '../../../core/data/database';
import { askedWords, SearchText } from '../../../core/data/search';
import type { Principal } from '../../../core/web/access';
import type { Rights } from '../sharing';
import type { SoughtWord } from './search-snippet';

export const LIMITS = {
  /** A search ranks so many hits, the newest. */
  ranked: 1000,
  /** Who may view so many resources at most is searched from those, anybody else from the words. */
  few: 2000,
};
/** Words that are looked at for a misspelt one, the most alike of all that there are. */
const SIMILAR = 50;
/** Characters before the first match, and of the piece of text that a snippet is cut from. */
const [BEFORE, PIECE] = [400, 1000];

/** A page that is asked for: with rank and id of the hit before it, if it is not the first. */
export interface AskedPage {
  readonly search: SearchText;
  readonly sought: readonly SoughtWord[];
  readonly until: string;
  readonly after: readonly unknown[] | null;
  readonly limit: number;
}

/**
 * The statements of one search. Each limits its rows to what the caller may view, by the one condition or, where that is little, by
 * all that there is of it. They are planned anew each time: how common a word is decides how it is best looked for (ADR 14).
 */
export class SearchStatements {
  private readonly query = new Conditions();
  /** Of `search_entries e`: not in the trash, of the types that are asked for. */
  private readonly kept: string;
  private readonly granted: string;
  private readonly reach: string | null;

  /** @param types null for all */
  constructor(rights: Rights, user: Principal, types: readonly string[] | null) {
    const { query } = this;
    this.kept = types ? `NOT e.is_trashed AND e.type = ANY (${query.bind(types, 'text[]')})` : 'NOT e.is_trashed';
    this.reach = rights.reach(query, user, 'view', LIMITS.few);
    const of = { id: 'e.resource_id', type: { column: 'e.type' }, isReached: this.reach !== null };
    rights.restrict(query, user, 'view', of);
    this.granted = query.where;
  }

  /** A page of hits. */
  page(asked: AskedPage): BoundStatement {
    return this.query.unprepared(`${this.with()} ${this.hits(asked)}`);
  }

  /** A page of hits or, where there is none, the words as they are known. @param text what was typed */
  pageOrWords(asked: AskedPage, text: string): BoundStatement {
    const page = this.hits(asked);
    const none = 'NULL::text AS word, NULL::boolean AS known, NULL::text[] AS similar';
    const empty = `NULL::text, NULL::uuid, NULL::text, NULL::text, NULL::int, NULL::text, NULL::boolean, NULL::boolean`;
    return this.query.unprepared(`${this.with(`page AS MATERIALIZED (${page})`)}
      SELECT page.*, ${none} FROM page
      UNION ALL SELECT ${empty}, asked.* FROM (${this.asked(text)} WHERE NOT EXISTS (SELECT FROM page)) AS asked
      ORDER BY rank DESC NULLS LAST, id DESC`);
  }

  /** The longest words of the text, each with whether something begins with it, and with those most alike where nothing does. */
  words(text: string): BoundStatement {
    return this.query.unprepared(`${this.with()} ${this.asked(text)}`);
  }

  private with(...more: string[]): string {
    const all = this.reach ? [this.reach, ...more] : more;
    return all.length > 0 ? `WITH ${all.join(', ')}` : '';
  }

  private hits({ search, sought, until, after, limit }: AskedPage): string {
    const { query } = this;
    const found = `${this.kept} AND e.search @@ ${query.bind(search.match, 'tsquery')} AND e.resource_id <= ${query.bind(until, 'uuid')}`;
    const [any, whole] = [query.bind(search.rank, 'tsquery'), query.bind(search.whole, 'tsquery')];
    // Whole millionths, so that a cursor says them exactly.
    const rank = `round((ts_rank(search, ${any}) + ts_rank(search, ${whole})) * 1000000)::int`;
    const rest = after ? `WHERE (rank, id) < (${query.bind(after[0], 'int')}, ${query.bind(after[1], 'uuid')})` : '';
    const page = `SELECT * FROM (SELECT id, ${rank} AS rank FROM (${this.newest(found)}) AS newest) AS ranked ${rest}
      ORDER BY rank DESC, id DESC LIMIT ${query.bind(limit + 1, 'int')}`;
    const first = query.bind(`\\m(${sought.map(({ word }) => word).join('|')})`, 'text');
    return `SELECT r.type, hit.id, r.title, r.url, hit.rank, substr(e.text, piece.start, ${PIECE}) AS piece,
        piece.start > 1 AS "startsInside", length(e.text) >= piece.start + ${PIECE} AS "endsInside"
      FROM (${page}) AS hit JOIN resources r ON r.id = hit.id JOIN search_entries e ON e.resource_id = hit.id
      CROSS JOIN LATERAL (
        SELECT greatest(1, regexp_instr(lower(unaccent(e.text)), ${first}) - ${BEFORE}) AS start
      ) AS piece ORDER BY hit.rank DESC, hit.id DESC`;
  }

  /** The newest that are found. OFFSET 0 keeps the planner to what stands here: look at each of few, or at those that have the words. */
  private newest(found: string): string {
    const columns = 'e.resource_id AS id, e.search FROM search_entries e';
    const last = `ORDER BY id DESC LIMIT ${LIMITS.ranked}`;
    if (!this.reach) return `SELECT ${columns} WHERE ${found} AND ${this.granted} ${last}`;
    const ofFew = `SELECT hit.* FROM (SELECT DISTINCT resource_id FROM mine WHERE (SELECT yes FROM few)) AS one
      CROSS JOIN LATERAL (SELECT ${columns} WHERE e.resource_id = one.resource_id AND ${found} OFFSET 0) AS hit`;
    const ofMany = `SELECT ${columns} WHERE NOT (SELECT yes FROM few) AND ${found} AND ${this.granted} ${last}`;
    return `SELECT * FROM ((${ofFew}) UNION ALL (${ofMany})) AS viewable ${last}`;
  }

  /**
   * A word is known where something begins with it that the caller may view, and held against words of such things otherwise: what
   * a search finds tells nothing of the words of hidden ones.
   */
  private asked(text: string): string {
    const has = (tsquery: string, viewable: string): string =>
      `EXISTS (SELECT FROM search_entries e WHERE e.search @@ (${tsquery})::tsquery AND ${this.kept} AND ${viewable})`;
    const ofFew = 'e.resource_id IN (SELECT resource_id FROM mine)';
    const finds = (tsquery: string): string =>
      this.reach
        ? `CASE WHEN (SELECT yes FROM few) THEN ${has(tsquery, ofFew)} ELSE ${has(tsquery, this.granted)} END`
        : has(tsquery, this.granted);
    const alike = `SELECT word FROM search_terms ORDER BY word <-> asked.word LIMIT ${SIMILAR}`;
    return `SELECT asked.word, begun.known, CASE WHEN begun.known THEN '{}' ELSE ARRAY(
        SELECT near.word FROM (${alike}) AS near WHERE ${finds(`'''' || near.word || ''''`)}
      ) END AS similar
      FROM (${askedWords(this.query.bind(text, 'text'))}) AS asked CROSS JOIN LATERAL (
        SELECT asked.word ~ '[0-9]' OR ${finds(`'''' || asked.word || ''':*'`)} AS known OFFSET 0
      ) AS begun`;
  }
}
