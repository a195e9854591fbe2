import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../core/data/database';
import { AskedWord, askedWords, searchOf, SearchText } from '../../../core/data/search';

const SIMILAR = 50;

/**
 * The longest words of the text as products have them, each with whether one that there is begins with it; words with digits are
 * not among those that are corrected, so products themselves are asked for them. Words are few
 * beside products, so a misspelt one costs a look at the nearest of them (PostgreSQL F.35.5) and no look at every product.
 */
const WORDS = statement(
  'search.words',
  `SELECT asked.word, begun.known, CASE WHEN begun.known THEN '{}' ELSE ARRAY(
     SELECT near.word FROM search_words near ORDER BY near.word <-> asked.word LIMIT ${SIMILAR}
   ) END AS similar
   FROM (${askedWords('$1')}) AS asked
   CROSS JOIN LATERAL (SELECT asked.word ~ '[0-9]' OR EXISTS (
     SELECT FROM search_words s WHERE s.word >= asked.word COLLATE "C" AND s.word < asked.word || chr(1114111) COLLATE "C"
   ) OR EXISTS (
     SELECT FROM products WHERE deleted_at IS NULL AND search @@ ('''' || asked.word || ''':*')::tsquery
   ) AS known) begun`,
);

/** Finds out what a text that somebody typed looks for. */
@Injectable()
export class ProductSearch {
  constructor(private readonly db: Database) {}

  /** null when nothing can be found by it. */
  async read(text: string): Promise<SearchText | null> {
    return searchOf(await this.db.query<AskedWord>(WORDS, [text]));
  }
}
