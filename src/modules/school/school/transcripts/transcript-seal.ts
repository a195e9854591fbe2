import { createPrivateKey, createPublicKey, KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys, sha256 } from '../../../../core/kernel/runtime';

/** Crockford's: no I, L, O and U, so that a code can be read out and typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 20;
const GROUP = 5;
const CODE = new RegExp(`^[${ALPHABET}]{${CODE_LENGTH}}$`);
/** What precedes the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_HEAD_BYTES = 12;

/** What a signature is of. */
export interface Sealed {
  readonly code: string;
  readonly issuedAt: Date;
  readonly contentHash: string;
}

/** Signs issued transcripts by a key of the installation: Ed25519 (RFC 8032), derived from its secret. */
@Injectable()
export class TranscriptSeal {
  private readonly key: KeyObject;
  private readonly verifyingKey: KeyObject;
  /** 32 bytes, base64url. */
  readonly publicKey: string;

  constructor(keys: Keys) {
    const der = Buffer.concat([PKCS8, keys.derive('transcript')]);
    this.key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    this.verifyingKey = createPublicKey(this.key);
    const spki = this.verifyingKey.export({ format: 'der', type: 'spki' });
    this.publicKey = spki.subarray(SPKI_HEAD_BYTES).toString('base64url');
  }

  /** 64 bytes, base64url. */
  sign(sealed: Sealed): string {
    return sign(null, textOf(sealed), this.key).toString('base64url');
  }

  /** Whether this installation has signed just this. */
  isOurs(sealed: Sealed, signature: string): boolean {
    return verify(null, textOf(sealed), this.verifyingKey, Buffer.from(signature, 'base64url'));
  }
}

/** Code, moment and hash, a line each. */
const textOf = ({ code, issuedAt, contentHash }: Sealed): Buffer =>
  Buffer.from([code, issuedAt.toISOString(), contentHash].join('\n'));

/** Hex. */
export const hashOf = (content: string): string => sha256(content).toString('hex');

/** 100 random bits. */
export function newCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** As it is printed, in groups of five. */
export function shownCode(code: string): string {
  return code.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-');
}

/** A code as somebody has typed it: in any case, with or without dashes, O for 0 and I or L for 1; null for what is none. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return CODE.test(code) ? code : null;
}
