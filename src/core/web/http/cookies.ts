/** A cookie as `Set-Cookie` has it (RFC 6265bis). */
export interface CookieOptions {
  /** Only over https; needed by names that begin with `__Host-`. */
  readonly secure: boolean;
  /** Hidden from scripts. */
  readonly httpOnly: boolean;
  /** Seconds; 0 removes it. */
  readonly maxAgeS: number;
  /** Below which path it is sent; `/` unless said otherwise. */
  readonly path?: string;
}

/** The value of a cookie; of several of one name, which another site may have planted, none counts. */
export function cookieOf(header: string | undefined, name: string): string | null {
  if (header === undefined) return null;
  const values = header.split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
  return values.length === 1 ? values[0] : null;
}

/** The text of `Set-Cookie`. @param value of characters that need no quoting */
export function setCookie(
  name: string,
  value: string,
  { secure, httpOnly, maxAgeS, path = '/' }: CookieOptions,
): string {
  const flags = `${secure ? '; Secure' : ''}${httpOnly ? '; HttpOnly' : ''}`;
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeS}; SameSite=Lax${flags}`;
}
