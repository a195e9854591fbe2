import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { AskedWord, meant, searchOf } from '../../../core/data/search';
import { newId } from '../../../core/kernel/runtime';
import type { Principal } from '../../../core/web/access';
import { Keyset, Page, pageOf } from '../../../core/web/dto';
import { Rights } from '../sharing';
import type { SearchHitDto, SearchQuery } from './dto/search.dto';
import { snippetOf, SoughtWord, wordsOf } from './search-snippet';
import { SearchStatements } from './search-statements';

/** Whether a list is of what has the words as they were typed, or of what has words like them. */
const [TYPED, ALIKE] = [0, 1];

interface Ranked {
  readonly id: string;
  readonly rank: number;
  readonly until: string;
  readonly mode: number;
}

interface HitRow extends Omit<SearchHitDto, 'snippet'> {
  readonly rank: number;
  readonly piece: string;
  readonly startsInside: boolean;
  readonly endsInside: boolean;
}

/** The rank, the id, the newest id that was there when the first page was read, and of what the list is. */
const ORDER = new Keyset<Ranked>('relevance', [
  { column: 'rank', type: 'int', of: ({ rank }) => rank },
  { column: 'id', type: 'uuid', of: ({ id }) => id },
  { column: 'until', type: 'uuid', of: ({ until }) => until },
  { column: 'mode', type: 'int', of: ({ mode }) => mode },
]);
const NOTHING: Page<SearchHitDto> = { items: [], count: 0, nextCursor: null };

/** Finds resources of every kind by their words, among those that the caller may view. */
@Injectable()
export class SearchService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /**
   * The best first, the newer before the older. Where nothing has the words as they were typed, what has words like them.
   * @throws Validation for a broken cursor
   */
  async find(user: Principal, { q, types, cursor, limit }: SearchQuery): Promise<Page<SearchHitDto>> {
    const [rank, id, given, mode] = ORDER.read(cursor);
    const statements = (): SearchStatements => new SearchStatements(this.rights, user, types?.split(',') ?? null);
    // What comes later is no part of it: what is ranked stays the same from page to page.
    const until = String(given ?? newId());
    const place = { until, after: rank === null ? null : [rank, id], limit };
    const typed = wordsOf(q).map((word) => ({ word, known: true, similar: [] }));
    const exact = searchOf(typed);
    let words: readonly AskedWord[];
    if (exact && mode !== ALIKE) {
      const asked = { ...place, search: exact, sought: typed.map(soughtOf).flat() };
      const all = mode === TYPED ? statements().page(asked) : statements().pageOrWords(asked, q);
      const rows = await this.db.query<(HitRow & AskedWord) & Record<string, unknown>>(all);
      const hits = rows.filter((row) => row.id !== null);
      if (hits.length > 0 || mode === TYPED) return pageFor(hits, asked.sought, { limit, until, mode: TYPED });
      words = rows;
    } else {
      words = await this.db.query<AskedWord & Record<string, unknown>>(statements().words(q));
    }
    const search = searchOf(words);
    if (!search || search.match === exact?.match) return NOTHING;
    const sought = words.flatMap(soughtOf);
    const page = statements().page({ ...place, search, sought });
    const rows = await this.db.query<HitRow & Record<string, unknown>>(page);
    return pageFor(rows, sought, { limit, until, mode: ALIKE });
  }
}

function pageFor(
  rows: readonly HitRow[],
  sought: readonly SoughtWord[],
  { limit, until, mode }: { limit: number; until: string; mode: number },
): Page<SearchHitDto> {
  return pageOf(
    [...rows],
    limit,
    (row) => toHitDto(row, sought),
    ({ id, rank }) => ORDER.cursorOf({ id, rank, until, mode }),
  );
}

function soughtOf({ word, known, similar }: AskedWord): SoughtWord[] {
  return known ? [{ word, isPrefix: true }] : meant(word, similar).map((one) => ({ word: one, isPrefix: false }));
}

function toHitDto(
  { type, id, title, url, piece, startsInside, endsInside }: HitRow,
  sought: readonly SoughtWord[],
): SearchHitDto {
  return { type, id, title, snippet: snippetOf(piece, sought, { before: startsInside, after: endsInside }), url };
}
