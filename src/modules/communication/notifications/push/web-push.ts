import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { generateRequestDetails } from 'web-push';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import type { PostAttempt } from '../../../../core/outbound';
import type { Priority } from '../decision/priority';
import { notificationsSettings } from '../notifications.settings';
import { PushedNotice, pushPayload } from './push-payload';
import type { PushTarget } from './push-target';
import { VapidKeys } from './vapid-keys';

const URGENCY = { low: 'low', normal: 'normal', high: 'high', critical: 'high' } as const;
const TOPIC_CHARS = 32;

/** Makes the requests of web pushes: encrypted (RFC 8291), signed (RFC 8292). It sends nothing. */
@Injectable()
export class WebPush {
  private readonly subject: string;

  constructor(
    private readonly vapid: VapidKeys,
    @Inject(CONFIG) config: Config,
  ) {
    this.subject = settingsOf(config, notificationsSettings).vapidSubject;
  }

  /** @param ttlS for how long the push service keeps it for a device that is away */
  requestOf(
    { endpoint, p256dh, auth }: Extract<PushTarget, { kind: 'web_push' }>,
    notice: PushedNotice,
    priority: Priority,
    ttlS: number,
  ): PostAttempt {
    const { publicKey, privateKey } = this.vapid;
    const details = generateRequestDetails({ endpoint, keys: { p256dh, auth } }, pushPayload(notice), {
      vapidDetails: { subject: this.subject, publicKey, privateKey },
      TTL: ttlS,
      urgency: URGENCY[priority],
      contentEncoding: 'aes128gcm',
      ...(notice.collapseKey !== null && { topic: topicOf(notice.collapseKey) }),
    });
    const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]));
    return { url: details.endpoint, headers, body: details.body };
  }
}

/** What replaces a push that has not been delivered (RFC 8030 section 5.4); it tells the push service nothing. */
export function topicOf(collapseKey: string): string {
  return createHash('sha256').update(collapseKey).digest('base64url').slice(0, TOPIC_CHARS);
}
