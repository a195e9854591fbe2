/** A statement prepared once per connection under its name; for hot paths. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const known = new Map<string, { given: string; statement: Statement }>();

/**
 * Names a statement. @param name unique over the application, as `products.by-id`
 * @throws Error when another text has the name
 */
export function statement(name: string, text: string): Statement {
  const found = known.get(name);
  if (found?.given === text) return found.statement;
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
