import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fingerprint, Keys, seal, unseal } from '../../../../core/kernel/runtime';
import { addressKey } from '../mail-addresses';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what a backup must not reveal: addresses, texts and their attachments. */
@Injectable()
export class MailVault {
  private readonly key: Buffer;
  private readonly addresses: Buffer;

  constructor(keys: Keys) {
    this.key = keys.derive('mail');
    this.addresses = keys.derive('mail.addresses');
  }

  seal(text: string): Buffer {
    return seal(this.key, text);
  }

  /** @throws Error when SECRET_KEY is another one by now */
  open(sealed: Buffer): string {
    return unseal(this.key, sealed);
  }

  /** As `open`; null where nobody can read it any more. */
  read(sealed: Buffer): string | null {
    try {
      return this.open(sealed);
    } catch {
      return null;
    }
  }

  /** As `seal`, and the same bytes for the same text: the nonce is made of what it is for and of the text. */
  sealAlike(purpose: string, text: string): Buffer {
    const nonce = createHmac('sha256', this.addresses).update(`${purpose}\0${text}`).digest().subarray(0, NONCE_BYTES);
    return this.sealWith(nonce, Buffer.from(text));
  }

  /** As `seal`, of bytes. */
  sealBytes(bytes: Buffer): Buffer {
    return this.sealWith(randomBytes(NONCE_BYTES), bytes);
  }

  /** As `open`, of bytes. */
  openBytes(sealed: Buffer): Buffer {
    const head = NONCE_BYTES + TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, head));
    return Buffer.concat([decipher.update(sealed.subarray(head)), decipher.final()]);
  }

  /** By which a text is found again. */
  fingerprint(text: string): Buffer {
    return fingerprint(this.addresses, text);
  }

  private sealWith(nonce: Buffer, bytes: Buffer): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const body = [cipher.update(bytes), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...body]);
  }

  /** By which an address is found: the same however it is written. */
  keyOf(address: string): Buffer {
    return fingerprint(this.addresses, addressKey(address));
  }
}
