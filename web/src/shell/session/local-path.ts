/**
 * The path, query and fragment of `next` when a browser stays on this origin with them, else null. The result is read a second
 * time: normalising can leave a path that begins with `//`, and a browser reads that as another host.
 */
export function localPath(next: string | null, origin: string): string | null {
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return null;
  const url = new URL(next, origin);
  const path = url.pathname + url.search + url.hash;
  const stays = (one: string): boolean => URL.canParse(one, origin) && new URL(one, origin).origin === origin;
  return url.origin === origin && stays(path) ? path : null;
}
