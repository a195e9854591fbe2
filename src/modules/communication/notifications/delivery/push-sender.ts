import { Injectable } from '@nestjs/common';
import { PostResult, retryAfter } from '../../../../core/outbound';
import { Clock } from '../../../../core/kernel/runtime';
import { FcmPush, isDeviceGone } from '../fcm/fcm-push';
import type { Priority } from '../decision/priority';
import type { PushedNotice } from '../push/push-payload';
import { PushPosts } from '../push/push-posts';
import type { PushTarget } from '../push/push-target';
import { WebPush } from '../push/web-push';

/** What came of a push. */
export type PushOutcome =
  | { readonly kind: 'sent'; readonly status: number }
  | { readonly kind: 'gone'; readonly status: number }
  | {
      readonly kind: 'failed';
      readonly status: number | null;
      readonly reason: string;
      readonly retryS: number | null;
    };

/** Seconds to the next attempt where a push service does not say, the last for all that follow. */
const WAITS_S = [5, 30, 120, 600, 1800, 3600];

/** Pushes a notice to one device. */
@Injectable()
export class PushSender {
  constructor(
    private readonly webPush: WebPush,
    private readonly fcm: FcmPush,
    private readonly posts: PushPosts,
    private readonly clock: Clock,
  ) {}

  /** @param attempts before this one @param stop ends it without a result @throws whatever `stop` was given as its reason */
  async push(
    target: PushTarget,
    { notice, priority, ttlS }: { notice: PushedNotice; priority: Priority; ttlS: number },
    attempts: number,
    stop: AbortSignal,
  ): Promise<PushOutcome> {
    const waitS = WAITS_S[Math.min(attempts, WAITS_S.length - 1)];
    if (target.kind === 'web_push') {
      const result = await this.posts.post(this.webPush.requestOf(target, notice, priority, ttlS), stop);
      const isGone = result.status === 404 || result.status === 410;
      return this.outcomeOf(result, isGone, waitS);
    }
    let request;
    try {
      request = await this.fcm.requestOf(target.token, notice, priority, ttlS, stop);
    } catch {
      stop.throwIfAborted();
      return { kind: 'failed', status: null, reason: 'no_token', retryS: waitS };
    }
    const result = await this.posts.post(request, stop);
    if (result.status === 401) {
      this.fcm.forgetToken();
      return { kind: 'failed', status: 401, reason: 'http_401', retryS: waitS };
    }
    return this.outcomeOf(result, isDeviceGone(result), waitS);
  }

  private outcomeOf(result: PostResult, isGone: boolean, waitS: number): PushOutcome {
    if (result.status === null) return { kind: 'failed', status: null, reason: result.error, retryS: waitS };
    const { status } = result;
    if (status >= 200 && status < 300) return { kind: 'sent', status };
    if (isGone) return { kind: 'gone', status };
    const asked = retryAfter(result.retryAfter, this.clock.nowMs());
    const isPassing = status === 429 || status >= 500;
    return { kind: 'failed', status, reason: `http_${status}`, retryS: isPassing ? (asked ?? waitS) : null };
  }
}
