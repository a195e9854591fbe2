import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, KeyObject } from 'node:crypto';

export const ALGORITHM = 'ES256';

/** A public key as RFC 7517 has it. */
export interface Jwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: string;
  readonly use: string;
}

/** A P-256 key pair for ES256 (RFC 7518 section 3.4), its objects made once. */
export interface SigningKey {
  readonly kid: string;
  readonly signing: KeyObject;
  readonly verifying: KeyObject;
  readonly jwk: Jwk;
}

/** PKCS 8 of a new private key, in PEM. */
export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

/** @param pem as `newPrivateKey` gives it */
export function readSigningKey(pem: string): SigningKey {
  const signing = createPrivateKey(pem);
  const verifying = createPublicKey(signing);
  const { kty, crv, x, y } = verifying.export({ format: 'jwk' }) as Pick<Jwk, 'kty' | 'crv' | 'x' | 'y'>;
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url'); // RFC 7638
  return { kid, signing, verifying, jwk: { kty, crv, x, y, kid, alg: ALGORITHM, use: 'sig' } };
}
