import type { Type } from '@nestjs/common';
import { ArgsType } from '@nestjs/graphql';
import { IntField, ObjectListField, StringField } from './fields';

const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;
/** A name of 200 characters, each escaped in JSON, with an id beside it, in base64. */
const MAX_CURSOR = 2000;

/** One page of a list; `count` is the items on this page. */
export interface Page<T> {
  readonly items: T[];
  readonly count: number;
  readonly nextCursor: string | null;
}

/** The query of every list; extend it with the list's filters (and say `@ArgsType()` again for GraphQL). */
@ArgsType()
export class PageQuery {
  @IntField({ optional: true, default: DEFAULT_LIMIT, min: 1, max: MAX_LIMIT, description: 'Items on a page.' })
  limit: number = DEFAULT_LIMIT;

  @StringField({ optional: true, max: MAX_CURSOR, description: '`next_cursor` of the page before.' })
  cursor?: string;
}

/** The class of a page of this DTO: `class ProductPage extends PageOf(ProductDto) {}`. */
export function PageOf<T extends object>(type: Type<T>): Type<Page<T>> {
  class PageDto implements Page<T> {
    @ObjectListField(() => type)
    items: T[];

    @IntField({ min: 0, max: MAX_LIMIT, description: 'Items on this page.', example: 1 })
    count: number;

    @StringField({ max: MAX_CURSOR, nullable: true, description: 'Ask with it for the next page; null on the last.' })
    nextCursor: string | null;
  }
  return PageDto;
}

/**
 * A page from rows fetched with one more than asked for.
 * @param cursorOf the sort values of a row, encoded
 */
export function pageOf<R, T>(rows: R[], limit: number, toDto: (row: R) => T, cursorOf: (row: R) => string): Page<T> {
  const shown = rows.length > limit ? rows.slice(0, limit) : rows;
  const nextCursor = rows.length > limit ? cursorOf(shown[limit - 1]) : null;
  return { items: shown.map(toDto), count: shown.length, nextCursor };
}
