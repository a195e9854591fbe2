import type { QueryConfig } from 'pg';

/** A statement prepared once per connection under its name; for hot paths. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const known = new Map<string, { given: string; statement: Statement }>();

/** Postgres cuts longer names, and would take two statements for one. */
export const LONGEST_NAME = 63;

/**
 * Names a statement. @param name unique over the application, as `products.by-id`
 * @throws Error when another text has the name, or the name is too long
 */
export function statement(name: string, text: string): Statement {
  const found = known.get(name);
  if (found?.given === text) return found.statement;
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new Error(`The name of statement ${name} is too long`);
  const compact = compacted(text);
  if (found && found.statement.text !== compact) throw new Error(`Statement ${name} has two texts`);
  const made = { name, text: compact };
  known.set(name, { given: text, statement: made });
  return made;
}

/**
 * A statement that is planned anew each time: for what takes many rows at once, where a plan kept from when the table was
 * small would read all of it for each of them once it has grown.
 */
export function unpreparedStatement(text: string): Statement {
  return { name: '', text: compacted(text) };
}

const compacted = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A statement with its values, as the driver takes it. */
export function queryOf(statement: Statement | string, values: readonly unknown[]): QueryConfig {
  if (typeof statement === 'string') return { text: statement, values: values as unknown[] };
  return { name: statement.name, text: statement.text, values: values as unknown[] };
}
