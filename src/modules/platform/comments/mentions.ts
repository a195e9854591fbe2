/** Of one comment. */
export const MAX_MENTIONS = 50;

const MENTION = /@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/gi;

/** Ids of the users whom a text mentions as `@[user_id]`, each once. */
export function mentionsOf(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].map(([, id]) => id.toLowerCase()))];
}
