import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../kernel/context/principal';
import type { Problem } from '../../kernel/errors';
import { API_PREFIX } from './access-list';
import type { AppPasswordScope } from './app-password-scopes';

/** What a credential is read from; a signature covers all of it but the address. */
export interface DoorRequest {
  readonly method: string;
  /** As it was sent: path and query, still encoded. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly clientIp: string;
  /** The scope that the route names, of app passwords that count there (`@TakesAppPassword`). */
  readonly scope?: AppPasswordScope;
}

/** Who asks; null for a credential that is no good, undefined where there is none of this kind. */
export type DoorCaller = Principal | null | undefined;

/** How an error is written. */
export interface DoorError {
  /** Its media type. */
  readonly type: string;
  readonly body: string;
}

/** Paths at which another protocol is spoken than the API's: WebDAV, S3. */
export interface Door {
  /** `/dav`: this path and all below it. */
  readonly path: string;
  /**
   * Who asks, by credentials that count here and nowhere else. Asked for every request, and again while a long answer lasts, so
   * what costs much is remembered for a moment. An error that it throws is answered.
   */
  readonly identify?: (request: DoorRequest) => DoorCaller | Promise<DoorCaller>;
  /** `WWW-Authenticate` of its 401: `Basic realm="Atrium", charset="UTF-8"`. */
  readonly challenge?: string;
  /** Whether bearer tokens and the cookies of browsers count here too. Without `identify` they do. */
  readonly sessions?: boolean;
  /** The group of RATE_LIMITS that its requests count in, instead of the default. */
  readonly rateGroup?: string;
  /** The group of RATE_LIMITS in which credentials that were no good count, by address: `auth` counts them with logins. */
  readonly failuresIn?: string;
  /** How it writes errors; problem documents where it does not say. */
  readonly errors?: (problem: Problem) => DoorError;
}

/** The doors that modules declare. */
export class Doors {
  private readonly known: Door[] = [];

  /** @throws Error for a path that is no path of its own */
  register(door: Door): void {
    const { path } = door;
    if (!/^(\/[\w.-]+)+$/.test(path) || isWithin(path, `/${API_PREFIX}`)) throw new Error(`No path of a door: ${path}`);
    const other = this.known.find((one) => isWithin(one.path, path) || isWithin(path, one.path));
    if (other) throw new Error(`The doors ${other.path} and ${path} are in each other's way`);
    this.known.push(door);
  }

  /** The door of a request: by the route that answers, since it may be written in several ways. */
  of(request: FastifyRequest): Door | null {
    return this.known.length === 0 ? null : this.at(request.routeOptions.url ?? request.url.split('?', 1)[0]);
  }

  /** The door that this path, or pattern of a route, belongs to. */
  at(path: string): Door | null {
    return this.known.find((one) => isWithin(path, one.path)) ?? null;
  }
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}/`);
}

/** Name and password of `Authorization: Basic …` (RFC 7617), UTF-8; null for anything else. */
export function basicOf(authorization: string | undefined): { name: string; password: string } | null {
  const [, encoded] = /^basic +([\w+/-]+=*)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon === -1 ? null : { name: text.slice(0, colon), password: text.slice(colon + 1) };
}
