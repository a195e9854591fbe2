import { MalformedRequest } from '../../../../core/kernel/errors';

/** What is called, and what of it goes on. */
export interface GatewayPath {
  readonly service: string;
  /** As it came, from the first slash after the service, with its query. */
  readonly rest: string;
  /** Without its query, decoded, as routes are matched by it; an encoded slash stays `%2F`. */
  readonly plain: string;
  /** The same with encoded slashes read as slashes; null where there is none. */
  readonly plainOtherwise: string | null;
}

/** Backslashes, NUL and other control characters, also encoded twice; what an upstream may read otherwise than we do. */
const HIDDEN = /%(?:25)*(?:5c|[01][0-9a-f]|7f)|%(?:25)+2[ef]|[\\#]/i;
const ENCODED_SLASH = /%2f/gi;

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
  // Some servers merge two slashes, others see an empty segment between them.
  if (HIDDEN.test(raw) || raw.includes('//')) throw new MalformedRequest();
  const otherwise = plainOf(raw);
  const hasEncodedSlash = raw.includes('%2F') || raw.includes('%2f');
  return {
    service,
    rest: mark === -1 ? raw : raw + url.slice(mark),
    plain: hasEncodedSlash ? plainOf(raw.replace(ENCODED_SLASH, '%252F')) : otherwise,
    plainOtherwise: hasEncodedSlash ? otherwise : null,
  };
}

/** @throws MalformedRequest for a segment of dots */
function plainOf(raw: string): string {
  // `;` begins a parameter of a segment (RFC 3986 section 3.3), which some drop before they look at dots.
  const segments = decoded(raw).split('/').map((segment) => segment.split(';', 1)[0]); // prettier-ignore
  if (segments.some((segment) => segment === '.' || segment === '..')) throw new MalformedRequest();
  return `/${segments.filter(Boolean).join('/')}`;
}

function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    throw new MalformedRequest();
  }
}
