import { Injectable } from '@nestjs/common';
import { Keys, seal, unseal } from '../../../core/kernel/runtime';

/** Secrets of webhooks as they are kept. */
@Injectable()
export class WebhookSecrets {
  private readonly key: Buffer;

  constructor(keys: Keys) {
    this.key = keys.derive('webhook secret');
  }

  seal(secret: string): Buffer {
    return seal(this.key, secret);
  }

  /** null when SECRET_KEY is another one by now. */
  openAll(sealed: readonly Buffer[]): string[] | null {
    try {
      return sealed.map((one) => unseal(this.key, one));
    } catch {
      return null;
    }
  }
}
