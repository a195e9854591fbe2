import { API_PREFIX } from '../../../../core/web/access';
import { publicUrlOf } from '../../../../core/web/http';

/** Where a login ends that named no other place. */
export const ACCOUNT = '/account';
const HERE = 'http://here.invalid';

/** The address that a provider sends the browser back to, as it must be registered there, to the letter. */
export function redirectUriOf(publicUrl: string, provider: string): string {
  return publicUrlOf(publicUrl, `/${API_PREFIX}/auth/oauth/${provider}/callback`);
}

/** The path if it is one of ours, as a browser would read it; else `/account`: nobody is led elsewhere by a link to us. */
export function localPath(next: string | null | undefined): string {
  if (!next?.startsWith('/') || !URL.canParse(next, HERE)) return ACCOUNT;
  const { origin, pathname, search, hash } = new URL(next, HERE);
  const path = `${pathname}${search}${hash}`;
  // Read a second time: normalising can leave a path that begins with `//`, which is another host.
  const stays = URL.canParse(path, HERE) && new URL(path, HERE).origin === HERE;
  return origin === HERE && stays ? path : ACCOUNT;
}
