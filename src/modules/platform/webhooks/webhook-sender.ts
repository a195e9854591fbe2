import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Config, CONFIG, settingsOf } from '../../../core/kernel/config';
import { GuardedPosts, PostAttempt, PostResult } from '../../../core/outbound';
import { webhooksSettings } from './webhooks.settings';

/** Posts to the receivers of webhooks. */
@Injectable()
export class WebhookSender implements OnApplicationShutdown {
  private readonly posts: GuardedPosts;

  constructor(@Inject(CONFIG) config: Config) {
    const { hosts, ca } = settingsOf(config, webhooksSettings);
    this.posts = new GuardedPosts(hosts, ca);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.posts.close();
  }

  /** @param stop ends it without a result @throws whatever `stop` was given as its reason */
  send(attempt: PostAttempt, stop: AbortSignal): Promise<PostResult> {
    return this.posts.post(attempt, stop);
  }
}
