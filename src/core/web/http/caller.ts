import type { FastifyRequest } from 'fastify';
import { LINK_HEADER } from '../access/access.decorators';
import type { Authentication } from '../access/authentication';
import type { Door, DoorCaller, DoorRequest } from '../access/doors';
import type { Principal } from '../../kernel/context/principal';
import { cookieOf } from './cookies';
import type { RouteOptionsConfig } from './route-options';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Who asks: by the `Authorization` header or, only where there is none, by the cookie of a browser. For what may change
 * something the cookie counts only together with the token that pages of ours have, and never for another site. At a door
 * its own credentials come first.
 */
export function callerOf(
  request: FastifyRequest,
  authentication: Authentication,
  door: Door | null = authentication.doors.of(request),
): Principal | null | Promise<Principal | null> {
  if (door?.identify) {
    const found = door.identify(requestOf(request));
    if (found instanceof Promise) return found.then((caller) => atDoor(caller, door, request, authentication));
    return atDoor(found, door, request, authentication);
  }
  const found = bySession(request, authentication);
  const token = linkTokenOf(request);
  if (token === undefined) return found;
  return found instanceof Promise
    ? found.then((caller) => withLink(caller, token, authentication))
    : withLink(found, token, authentication);
}

/** Of the header, or of the query, for addresses that a browser follows; no handler sees it there. */
function linkTokenOf(request: FastifyRequest): string | undefined {
  const asked = request.query as Record<string, unknown> | undefined;
  if (typeof asked?.link_token === 'string') {
    const { link_token: linkToken, ...query } = asked;
    request.context.linkToken = linkToken;
    request.query = Object.freeze(query);
  }
  const token = request.headers[LINK_HEADER] ?? request.context.linkToken;
  return typeof token === 'string' ? token : undefined;
}

/** The caller together with what a link gives them; without an account they are nobody but a visitor of it. */
function withLink(caller: Principal | null, token: string, { links }: Authentication): Principal | null {
  const linkId = links.identify(token);
  if (linkId === null || caller?.inactive || caller?.missingFactor) return caller;
  return caller ? { ...caller, linkId } : { ...VISITOR, userId: linkId, sessionId: linkId, linkId };
}

const VISITOR: Omit<Principal, 'userId' | 'sessionId'> = {
  username: null,
  roles: [],
  permissions: new Set(),
  assurance: 'password',
  missingFactor: null,
  freshUntil: null,
};

/** By the credentials of a door, or by what counts everywhere where it lets that count and there are none of its own. */
function atDoor(
  found: DoorCaller,
  door: Door,
  request: FastifyRequest,
  authentication: Authentication,
): Principal | null | Promise<Principal | null> {
  if (found === null) request.context.credentialRefused = true;
  if (found !== undefined) return found;
  return door.sessions ? bySession(request, authentication) : null;
}

function requestOf(request: FastifyRequest): DoorRequest {
  const { method, ip: clientIp, raw } = request;
  const authorization = raw.headers.authorization && theOnly(request, raw.headers.authorization);
  const { appPassword: scope } = request.routeOptions.config as RouteOptionsConfig;
  return { method, url: raw.url ?? '', headers: { ...raw.headers, authorization }, clientIp, scope };
}

function bySession(
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
