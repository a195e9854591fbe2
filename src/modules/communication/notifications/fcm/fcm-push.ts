import { Injectable } from '@nestjs/common';
import { sign } from 'jsonwebtoken';
import type { PostAttempt, PostResult } from '../../../../core/outbound';
import { Clock } from '../../../../core/kernel/runtime';
import type { Priority } from '../decision/priority';
import type { PushedNotice } from '../push/push-payload';
import { topicOf } from '../push/web-push';
import { PushPosts } from '../push/push-posts';
import type { FcmCredentials } from '../notifications.settings';
import { FcmAccess } from './fcm-access';

const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ASSERTION_S = 3600;
/** An access token is not used in its last minute. */
const MARGIN_MS = 60_000;
/** What FCM takes, data included (its documentation); the text of a notice is far below. */
const BODY_CHARS = 1000;

/**
 * Makes the requests of Firebase Cloud Messaging (HTTP v1), by an access token that a signed assertion was exchanged for (RFC 7523). It has
 * only ever run against a stand-in of ours.
 */
@Injectable()
export class FcmPush {
  private token: { readonly value: string; readonly untilMs: number } | null = null;
  private asking: Promise<string> | null = null;

  constructor(
    private readonly access: FcmAccess,
    private readonly posts: PushPosts,
    private readonly clock: Clock,
  ) {}

  /** @throws Error where there are no credentials, or no token for them */
  async requestOf(
    token: string,
    notice: PushedNotice,
    priority: Priority,
    ttlS: number,
    stop: AbortSignal,
  ): Promise<PostAttempt> {
    const { credentials, url } = this.access;
    if (!credentials) throw new Error('FCM is not configured');
    const bearer = await this.bearer(credentials, stop);
    const { id, title, body, actionUrl, category, collapseKey } = notice;
    const topic = collapseKey === null ? undefined : topicOf(collapseKey);
    const isUrgent = priority === 'high' || priority === 'critical';
    const message = {
      token,
      notification: { title, body: body.slice(0, BODY_CHARS) },
      data: { id, category, url: actionUrl ?? '' },
      android: { priority: isUrgent ? 'HIGH' : 'NORMAL', ttl: `${ttlS}s`, ...(topic && { collapse_key: topic }) },
      apns: {
        headers: {
          'apns-priority': isUrgent ? '10' : '5',
          'apns-expiration': String(Math.floor(this.clock.nowMs() / 1000) + ttlS),
          ...(topic && { 'apns-collapse-id': topic }),
        },
      },
      webpush: { headers: { TTL: String(ttlS), ...(topic && { Topic: topic }) } },
    };
    return {
      url: `${url}/v1/projects/${encodeURIComponent(credentials.projectId)}/messages:send`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify({ message }),
    };
  }

  /** After a 401: the next request asks for another token. */
  forgetToken(): void {
    this.token = null;
  }

  private bearer(credentials: FcmCredentials, stop: AbortSignal): Promise<string> {
    if (this.token && this.token.untilMs > this.clock.nowMs()) return Promise.resolve(this.token.value);
    return (this.asking ??= this.exchange(credentials, stop).finally(() => (this.asking = null)));
  }

  private async exchange(credentials: FcmCredentials, stop: AbortSignal): Promise<string> {
    const { clientEmail, privateKey, tokenUri } = credentials;
    const iat = Math.floor(this.clock.nowMs() / 1000);
    const assertion = sign({ iss: clientEmail, scope: SCOPE, aud: tokenUri, iat, exp: iat + ASSERTION_S }, privateKey, {
      algorithm: 'RS256',
    });
    const result = await this.posts.post(
      {
        url: tokenUri,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ grant_type: GRANT, assertion }).toString(),
      },
      stop,
    );
    const { access_token: value, expires_in: seconds } = bodyOf(result) as {
      access_token?: string;
      expires_in?: number;
    };
    if (result.status !== 200 || typeof value !== 'string')
      throw new Error(`No token for FCM: ${result.status ?? 'no answer'}`);
    this.token = { value, untilMs: this.clock.nowMs() + (Number(seconds) || 0) * 1000 - MARGIN_MS };
    return value;
  }
}

/**
 * Whether FCM says that it does not know the device: its token has ended, is another sender's, or is none. A malformed request of ours
 * (`google.rpc.BadRequest`) says nothing of the device.
 */
export function isDeviceGone(result: PostResult): boolean {
  if (result.status === null || result.status < 400 || result.status >= 500) return false;
  const { error } = bodyOf(result) as { error?: { details?: { '@type'?: string; errorCode?: string }[] } };
  const details = Array.isArray(error?.details) ? error.details : [];
  if (details.some((one) => one['@type'] === 'type.googleapis.com/google.rpc.BadRequest')) return false;
  const said = details.find((one) => one['@type'] === 'type.googleapis.com/google.firebase.fcm.v1.FcmError');
  return ['UNREGISTERED', 'SENDER_ID_MISMATCH', 'INVALID_ARGUMENT'].includes(said?.errorCode ?? '');
}

function bodyOf(result: PostResult): object {
  try {
    const body: unknown = result.status === null ? null : JSON.parse(result.text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
