/** What stands behind the colon of a narrowed permission: `read_logs:shop-*`. */
interface Scope {
  readonly pattern: RegExp;
  /** The pattern in the words of a person. */
  readonly shape: string;
}

const scopes = new Map<string, Scope>();

/**
 * A permission that may also be given for some things only, as `word:scope`. The guard lets in whoever has it in any form;
 * what is within the scope the module's service decides, by `scopesOf`.
 */
export function scopedPermission<W extends string>(word: W, scope: Scope): W {
  scopes.set(word, scope);
  return word;
}

/** Why nobody can have this permission; null for one of `words`, whole or narrowed as it may be. */
export function permissionError(given: string, words: readonly string[]): string | null {
  if (words.includes(given)) return null;
  const [word, scope] = split(given);
  const known = words.includes(word) ? scopes.get(word) : undefined;
  if (!known) return 'there is no such permission';
  return known.pattern.test(scope) ? null : `${word}: must be narrowed to ${known.shape}`;
}

/** Whether they have this permission, whole or narrowed. */
export function hasPermission(permissions: ReadonlySet<string>, word: string): boolean {
  return permissions.has(word) || (scopes.has(word) && narrowed(permissions, word).length > 0);
}

/** Whether they may give this permission away: they have that very one, or the whole of which it is a part. */
export function canGrant(permissions: ReadonlySet<string>, given: string): boolean {
  return permissions.has(given) || permissions.has(split(given)[0]);
}

/** How far the permission reaches: `all`, or the scopes it is narrowed to (none at all for who does not have it). */
export function scopesOf(permissions: ReadonlySet<string>, word: string): 'all' | readonly string[] {
  return permissions.has(word) ? 'all' : narrowed(permissions, word);
}

function narrowed(permissions: ReadonlySet<string>, word: string): string[] {
  return [...permissions].filter((one) => one.startsWith(`${word}:`)).map((one) => one.slice(word.length + 1));
}

/** Of a word without a colon the second part is empty, and the first the word. */
function split(given: string): [string, string] {
  const colon = given.indexOf(':');
  return colon === -1 ? [given, ''] : [given.slice(0, colon), given.slice(colon + 1)];
}
