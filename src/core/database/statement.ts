/** A statement prepared once per connection under its name; for hot paths. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const names = new Map<string, string>();

/**
 * Names a statement. @param name unique over the application, as `products.by-id`
 * @throws Error when another text has the name
 */
export function statement(name: string, text: string): Statement {
  const compact = text.replace(/\s+/g, ' ').trim();
  const known = names.get(name);
  if (known !== undefined && known !== compact) throw new Error(`Statement ${name} has two texts`);
  names.set(name, compact);
  return { name, text: compact };
}
