import { createECDH } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys } from '../../../../core/kernel/runtime';

/**
 * The keys by which push services know this installation (RFC 8292). They follow from its own secret: every instance has the same, and
 * browsers that subscribed by them are reached as long as the secret stays.
 */
@Injectable()
export class VapidKeys {
  /** An uncompressed point of P-256, base64url. */
  readonly publicKey: string;
  /** base64url. */
  readonly privateKey: string;

  constructor(keys: Keys) {
    const pair = createECDH('prime256v1');
    // One in 2^32 texts of 32 bytes is no private key of this curve.
    for (let n = 0; ; n++) {
      try {
        pair.setPrivateKey(keys.derive(`vapid ${n}`));
        break;
      } catch {
        continue;
      }
    }
    this.publicKey = pair.getPublicKey().toString('base64url');
    this.privateKey = pair.getPrivateKey().toString('base64url').padStart(43, 'A');
  }
}
