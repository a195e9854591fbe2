import { MalformedRequest } from '../../../core/kernel/errors';

/** What is called, and what of it goes on. */
export interface GatewayPath {
  readonly service: string;
  /** As it came, from the first slash after the service, with its query. */
  readonly rest: string;
  /** Without its query, decoded, as routes are matched by it. */
  readonly plain: string;
}

/** Slashes that only a decoder sees, NUL and other control characters; what an upstream may read otherwise than we do. */
const HIDDEN = /%(?:2f|5c|00|0[1-9a-f]|1[0-9a-f]|7f)|\\/i;

/**
 * Takes the address of a call apart. @param url as it stands in the request @param prefix with its slash at the end
 * @throws MalformedRequest for what leads upwards, or what an upstream could read as another path than we
 */
export function gatewayPathOf(url: string, prefix: string): GatewayPath {
  if (!url.startsWith(prefix)) throw new MalformedRequest(); // spelled in a way that the router alone reads
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  const end = path.indexOf('/', prefix.length);
  const service = end === -1 ? path.slice(prefix.length) : path.slice(prefix.length, end);
  const raw = end === -1 ? '/' : path.slice(end);
  if (HIDDEN.test(raw) || raw.includes('#')) throw new MalformedRequest();
  const segments = decoded(raw).split('/');
  // `;` begins a parameter of a segment (RFC 3986 section 3.3), which some drop before they look at dots.
  const plain = segments.map((segment) => segment.split(';', 1)[0]);
  if (plain.some((segment) => segment === '.' || segment === '..')) throw new MalformedRequest();
  return {
    service,
    rest: mark === -1 ? raw : raw + url.slice(mark),
    plain: `/${plain.filter(Boolean).join('/')}`,
  };
}

function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    throw new MalformedRequest();
  }
}
