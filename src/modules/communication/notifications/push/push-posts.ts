import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { GuardedPosts, PostAttempt, PostResult } from '../../../../core/outbound';
import { notificationsSettings } from '../notifications.settings';

/** Posts to push services. */
@Injectable()
export class PushPosts implements OnApplicationShutdown {
  private readonly posts: GuardedPosts;

  constructor(@Inject(CONFIG) config: Config) {
    const { pushHosts, pushCa } = settingsOf(config, notificationsSettings);
    this.posts = new GuardedPosts(pushHosts, pushCa);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.posts.close();
  }

  /** @param stop ends it without a result @throws whatever `stop` was given as its reason */
  post(attempt: PostAttempt, stop: AbortSignal): Promise<PostResult> {
    return this.posts.post(attempt, stop);
  }
}
