import { API_PREFIX } from '../../../../core/web/access';
import { cookieOf, setCookie } from '../../../../core/web/http';
import { sha256 } from '../../../../core/kernel/runtime';
import { basePathOf } from '../../../../core/web/http';
import { LOGIN_MINUTES } from './oidc-logins';

/**
 * The cookie that proves to the callback that it is the browser that began. One for each login, so that two tabs do not
 * disturb each other.
 */
export function loginCookie(publicUrl: string, state: string, secret: string): string {
  return cookie(publicUrl, state, secret, LOGIN_MINUTES * 60);
}

/** What takes it away. */
export function spentLoginCookie(publicUrl: string, state: string): string {
  return cookie(publicUrl, state, '', 0);
}

/** Its secret from a `Cookie` header; null when it is not there. */
export function readLoginCookie(publicUrl: string, state: string, header: string | undefined): string | null {
  return cookieOf(header, nameOf(publicUrl, state));
}

function cookie(publicUrl: string, state: string, value: string, maxAgeS: number): string {
  return setCookie(nameOf(publicUrl, state), value, {
    secure: publicUrl.startsWith('https:'),
    httpOnly: true,
    maxAgeS,
    path: `${basePathOf(publicUrl)}/${API_PREFIX}/auth/oauth`,
  });
}

/** Browsers take `__Secure-` over https alone. */
function nameOf(publicUrl: string, state: string): string {
  const prefix = publicUrl.startsWith('https:') ? '__Secure-' : '';
  return `${prefix}oidc_${sha256(state).toString('hex').slice(0, 12)}`;
}
