declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  /** @param options of the receiver @throws Error for what was not encrypted for it */
  export function decrypt(
    body: Buffer,
    options: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string },
  ): Buffer;
}
