import type { FastifyRequest } from 'fastify';
import type { Authentication } from '../access/authentication';
import type { Principal } from '../../kernel/context/principal';
import { cookieOf } from './cookies';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Who asks: by the `Authorization` header or, only where there is none, by the cookie of a browser. For what may change
 * something the cookie counts only together with the token that pages of ours have, and never for another site.
 */
export function callerOf(
  request: FastifyRequest,
  authentication: Authentication,
): Principal | null | Promise<Principal | null> {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return authentication.identify(theOnly(request, authorization));
  if (cookie === undefined || !authentication.cookie) return null;
  const value = cookieOf(cookie, authentication.cookie.name);
  if (value === null) return null;
  if (!SAFE.has(request.method) && !isFromOurPage(request, authentication, value)) {
    request.context.cookieWithheld = true;
    return null;
  }
  request.context.byCookie = true;
  return authentication.cookie.identify(value);
}

/** Of several `Authorization` headers, of which Node would show the first, none counts. */
function theOnly(request: FastifyRequest, authorization: string): string | undefined {
  return request.raw.headersDistinct.authorization?.length === 1 ? authorization : undefined;
}

/** By the token, and by what the browser itself says of where the request comes from (Fetch Metadata). */
function isFromOurPage({ headers }: FastifyRequest, { cookie }: Authentication, value: string): boolean {
  const token = headers['x-csrf-token'];
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  return site === 'same-origin' && typeof token === 'string' && Boolean(cookie?.isPaired(value, token));
}
