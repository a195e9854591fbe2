import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG, settingsOf } from '../../../../core/kernel/config';
import { FcmCredentials, notificationsSettings } from '../notifications.settings';

/** Whether, and as whom, Firebase Cloud Messaging is called. */
@Injectable()
export class FcmAccess {
  readonly credentials: FcmCredentials | null;
  readonly url: string;

  constructor(@Inject(CONFIG) config: Config) {
    const { fcm, fcmUrl } = settingsOf(config, notificationsSettings);
    this.credentials = fcm;
    this.url = fcmUrl;
  }

  get isConfigured(): boolean {
    return this.credentials !== null;
  }
}
