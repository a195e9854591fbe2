import type { IncomingMessage } from 'node:http';

/** About one connection and not about the message (RFC 9110 section 7.6.1), or about how its body is carried. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'http2-settings', 'expect', 'alt-svc'],
]);
/** What only we say, or what is nobody's business behind us. */
const OURS_TO_SAY: ReadonlySet<string> = new Set([
  ...['host', 'content-length', 'forwarded', 'via', 'x-request-id', 'x-real-ip', 'x-csrf-token', 'x-client-ip'],
  ...['x-original-url', 'x-rewrite-url', 'x-original-host', 'true-client-ip', 'x-http-method-override'],
]);
const OUR_COOKIE = /^(?:__(?:host|secure)-)?atrium/i;

/** What an upstream is told besides. */
export interface Forwarding {
  readonly authorization: boolean;
  readonly cookies: boolean;
  readonly host: string;
  readonly requestId: string;
  readonly clientIp: string;
  readonly proto: string;
  /** Host that the client called; null when it is none that can be told. */
  readonly clientHost: string | null;
  readonly prefix: string;
  /** Of the caller, set by us alone; name and value in turns. */
  readonly identity: readonly string[];
  /** Of the configuration. */
  readonly added: readonly string[];
}

/** The header of a call as it goes on, name and value in turns. */
export function requestHeaders({ rawHeaders, headers }: IncomingMessage, to: Forwarding): string[] {
  const named = namedIn(headers.connection);
  const sent: string[] = ['host', to.host];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at].toLowerCase();
    if (HOP_BY_HOP.has(name) || OURS_TO_SAY.has(name) || named?.has(name)) continue;
    // Some servers take one sign for the other, so that `X_Atrium_User` would be as good as ours: as nginx does, none passes.
    if (name.includes('_') || name.startsWith('x-atrium-') || name.startsWith('x-forwarded-')) continue;
    if (name === 'authorization' && !to.authorization) continue;
    if (name === 'cookie') {
      const cookies = to.cookies ? withoutOurs(rawHeaders[at + 1]) : '';
      if (cookies !== '') sent.push(name, cookies);
      continue;
    }
    sent.push(rawHeaders[at], rawHeaders[at + 1]);
  }
  const length = headers['content-length'];
  if (length !== undefined) sent.push('content-length', length);
  const node = to.clientIp.includes(':') ? `"[${to.clientIp}]"` : to.clientIp;
  const host = to.clientHost === null ? '' : `;host="${to.clientHost}"`;
  sent.push('x-request-id', to.requestId, 'x-forwarded-for', to.clientIp, 'x-forwarded-proto', to.proto);
  if (to.clientHost !== null) sent.push('x-forwarded-host', to.clientHost);
  sent.push('x-forwarded-prefix', to.prefix, 'forwarded', `for=${node}${host};proto=${to.proto}`, 'via', '1.1 atrium');
  sent.push(...to.identity, ...to.added);
  return sent;
}

/** Never taken from an upstream: it would be about all of us, not about its answer. */
const NOT_THEIRS: ReadonlySet<string> = new Set([
  ...['strict-transport-security', 'clear-site-data', 'service-worker-allowed', 'public-key-pins', 'nel', 'report-to'],
  ...['x-request-id', 'x-content-type-options', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
]);

/**
 * The header of an answer as it comes back, name and value in turns: the upstream's, then those of ours that it has not
 * said otherwise. @param raw of the upstream, name and value in turns @param ours by lower-case names
 * @param located makes a `Location` of theirs one of ours
 */
export function answerHeaders(
  raw: readonly (Buffer | string)[],
  ours: Readonly<Record<string, unknown>>,
  located: (location: string) => string,
): string[] {
  const sent: string[] = [];
  const said: string[] = [];
  let named: ReadonlySet<string> | null = null;
  for (let at = 0; at < raw.length; at += 2) {
    if (raw[at].length === 10 && text(raw[at]).toLowerCase() === 'connection') named = namedIn(text(raw[at + 1])); // prettier-ignore
  }
  for (let at = 0; at < raw.length; at += 2) {
    const given = text(raw[at]);
    const name = given.toLowerCase();
    if (HOP_BY_HOP.has(name) || NOT_THEIRS.has(name) || named?.has(name)) continue;
    if (name.startsWith('access-control-')) continue; // who may read it is decided by CORS_ORIGINS
    const value = text(raw[at + 1]);
    if (name === 'set-cookie' && OUR_COOKIE.test(value.trimStart())) continue;
    if (name in ours) said.push(name);
    sent.push(given, name === 'location' ? located(value) : value);
  }
  for (const name in ours) {
    if (said.includes(name) && name !== 'vary') continue;
    const value = ours[name];
    if (!Array.isArray(value)) sent.push(name, String(value));
    else for (const one of value) sent.push(name, String(one));
  }
  return sent;
}

/** Whether an answer of this status has no body, whatever length it states (RFC 9112 section 6.3). */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

/** Of a header's media type, whether its body is one of server-sent events. */
export function isEventStream(raw: readonly (Buffer | string)[]): boolean {
  for (let at = 0; at < raw.length; at += 2) {
    if (raw[at].length === 12 && text(raw[at]).toLowerCase() === 'content-type') {
      return text(raw[at + 1])
        .trimStart()
        .toLowerCase()
        .startsWith('text/event-stream');
    }
  }
  return false;
}

/** Bytes of a header are no text of a known encoding: they go through as they are. */
const text = (bytes: Buffer | string): string => (typeof bytes === 'string' ? bytes : bytes.toString('latin1'));

function namedIn(connection: string | undefined): ReadonlySet<string> | null {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return null;
  return new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
}

function withoutOurs(cookies: string): string {
  return cookies.split(';').map((one) => one.trim()).filter((one) => one !== '' && !OUR_COOKIE.test(one)).join('; '); // prettier-ignore
}
