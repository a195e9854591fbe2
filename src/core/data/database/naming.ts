import { DefaultNamingStrategy, NamingStrategyInterface } from 'typeorm';
import { toSnake } from '../../kernel/text/names';

/** Columns in snake_case. Constraints and indexes are named in the entities; `pk_<table>` is derived. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [...prefixes, custom ?? property].map(toSnake).join('_');
  }

  override primaryKeyName(table: { name: string } | string): string {
    return `pk_${(typeof table === 'string' ? table : table.name).split('.').pop()}`;
  }
}
