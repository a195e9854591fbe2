const MENTION = /(?<![\w@])@([A-Za-z0-9]{3,50})/g;
const AT_MOST = 20;

/** The usernames that a text names by `@`, each once. */
export function mentionsIn(text: string): string[] {
  if (!text.includes('@')) return [];
  return [...new Set([...text.matchAll(MENTION)].map(([, name]) => name))].slice(0, AT_MOST);
}
