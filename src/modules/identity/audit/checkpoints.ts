import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fingerprint, Keys } from '../../../core/kernel/runtime';

/** What is signed of a checkpoint. */
export interface Signed {
  readonly seq: number;
  readonly hash: Buffer;
  readonly at: Date;
}

/**
 * Signs checkpoints by an HMAC of a key derived from SECRET_KEY, which the database never sees: it outlives a change of
 * the key of access tokens.
 */
@Injectable()
export class Checkpoints {
  private readonly key: Buffer;

  constructor(keys: Keys) {
    this.key = keys.derive('audit checkpoint');
  }

  sign({ seq, hash, at }: Signed): Buffer {
    return fingerprint(this.key, `${seq} ${hash.toString('hex')} ${at.toISOString()}`);
  }

  isOurs(checkpoint: Signed, signature: Buffer): boolean {
    const expected = this.sign(checkpoint);
    return expected.length === signature.length && timingSafeEqual(expected, signature);
  }
}
