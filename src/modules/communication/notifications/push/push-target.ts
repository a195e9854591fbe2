import { createECDH } from 'node:crypto';
import { Validation } from '../../../../core/kernel/errors';
import { bareHost, isHost, kindOf } from '../../../../core/outbound';
import { isIP } from 'node:net';
import { DeviceType } from './entities/notification-device.entity';

/** Where a device is pushed to. */
export type PushTarget =
  | { readonly kind: 'web_push'; readonly endpoint: string; readonly p256dh: string; readonly auth: string }
  | { readonly kind: 'fcm'; readonly token: string };

export interface WebPushSubscription {
  readonly target: Extract<PushTarget, { kind: 'web_push' }>;
  readonly type: Extract<DeviceType, 'browser' | 'unified_push'>;
}

/** What the configuration says of endpoints. */
export interface AllowedEndpoints {
  /** Hosts that may be on this machine or in a private network. */
  readonly named: readonly string[];
  /** Whether those may be called without TLS, for development. */
  readonly http: boolean;
}

const MAX_ENDPOINT = 2000;
const POINT_BYTES = 65;
const AUTH_BYTES = 16;
const BASE64URL = /^[A-Za-z0-9_-]+={0,2}$/;
const MEMBERS = new Set(['endpoint', 'expirationTime', 'keys', 'type']);

/**
 * Reads what `PushSubscription.toJSON()` of a browser gives (W3C Push API), or what a distributor of UnifiedPush does, with `type`.
 * @throws Validation
 */
export function readSubscription(body: unknown, allowed: AllowedEndpoints): WebPushSubscription {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw refused('endpoint', 'must be a subscription');
  const { endpoint, keys, type = 'browser' } = body as Record<string, unknown>;
  const strange = Object.keys(body).find((name) => !MEMBERS.has(name));
  if (strange !== undefined) throw refused(strange.slice(0, 60), 'is not known', 'unknown');
  if (type !== 'browser' && type !== 'unified_push') throw refused('type', 'must be browser or unified_push');
  const { p256dh, auth } = (typeof keys === 'object' && keys !== null ? keys : {}) as Record<string, unknown>;
  return {
    type,
    target: {
      kind: 'web_push',
      endpoint: endpointOf(endpoint, allowed),
      p256dh: bytesOf('keys.p256dh', p256dh, isPoint, 'must be a point on the curve P-256'),
      auth: bytesOf('keys.auth', auth, (bytes) => bytes.length === AUTH_BYTES, 'must be 16 bytes'),
    },
  };
}

function endpointOf(value: unknown, { named, http }: AllowedEndpoints): string {
  if (typeof value !== 'string' || value.length > MAX_ENDPOINT || !URL.canParse(value)) {
    throw refused('endpoint', 'must be an address');
  }
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') throw refused('endpoint', 'has no user and no password in it');
  const host = bareHost(url);
  const isNamed = named.some((one) => isHost(one, host));
  const isHttp = url.protocol === 'http:' && isNamed && http;
  if (url.protocol !== 'https:' && !isHttp) throw refused('endpoint', 'must be https');
  const isInward = (isIP(host) > 0 && kindOf(host) !== 'public') || /(^|\.)localhost\.?$/.test(host);
  if (isInward && !isNamed) throw refused('endpoint', 'must be public');
  url.hash = '';
  return url.href;
}

function bytesOf(field: string, value: unknown, isGood: (bytes: Buffer) => boolean, message: string): string {
  const bytes = typeof value === 'string' && BASE64URL.test(value) ? Buffer.from(value, 'base64url') : Buffer.alloc(0);
  if (!isGood(bytes)) throw refused(field, message);
  return bytes.toString('base64url');
}

/** Uncompressed, and on the curve: with any other key whoever made it up could learn ours. */
function isPoint(bytes: Buffer): boolean {
  if (bytes.length !== POINT_BYTES || bytes[0] !== 4) return false;
  try {
    const own = createECDH('prime256v1');
    own.generateKeys();
    own.computeSecret(bytes);
    return true;
  } catch {
    return false;
  }
}

function refused(field: string, message: string, code = 'subscription'): Error {
  return new Validation({ errors: [{ field, code, message }] });
}
