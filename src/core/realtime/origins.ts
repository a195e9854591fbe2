import type { Config } from '../kernel/config';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Whether pages of this origin may open a socket: those of PUBLIC_URL and CORS_ORIGINS, and, for who tries the application on
 * their own machine, those served from the very address of the loopback that is asked.
 * @param host the request's `Host`
 */
export function isAllowedOrigin(
  origin: string,
  host: string | undefined,
  { publicUrl, corsOrigins }: Pick<Config, 'publicUrl' | 'corsOrigins'>,
): boolean {
  if (corsOrigins.includes(origin)) return true; // letter by letter, as for every other call: it may be an application's
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin !== origin) return false; // `null`, and whatever a browser would not send
  if (origin === new URL(publicUrl).origin) return true;
  return LOOPBACK.test(url.hostname) && url.host === host;
}
