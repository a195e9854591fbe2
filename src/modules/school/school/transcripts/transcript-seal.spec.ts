import { createPublicKey, verify } from 'node:crypto';
import type { Keys } from '../../../../core/kernel/runtime';
import { hashOf, newCode, readCode, shownCode, TranscriptSeal } from './transcript-seal';

const sealWith = (byte: number): TranscriptSeal =>
  new TranscriptSeal({ derive: () => Buffer.alloc(32, byte) } as unknown as Keys);
const sealed = { code: newCode(), issuedAt: new Date('2026-11-25T10:00:00.000Z'), contentHash: hashOf('{}') };

describe('the seal of transcripts', () => {
  it('knows what it has signed, and nothing else', () => {
    const seal = sealWith(1);
    const signature = seal.sign(sealed);
    expect(seal.isOurs(sealed, signature)).toBe(true);
    expect(seal.isOurs({ ...sealed, contentHash: hashOf('{ }') }, signature)).toBe(false);
    expect(seal.isOurs({ ...sealed, code: newCode() }, signature)).toBe(false);
    expect(seal.isOurs({ ...sealed, issuedAt: new Date(sealed.issuedAt.getTime() + 1) }, signature)).toBe(false);
    expect(seal.isOurs(sealed, sealWith(2).sign(sealed))).toBe(false);
    expect(seal.isOurs(sealed, '')).toBe(false);
  });

  it('can be checked by anybody who has its public key', () => {
    const seal = sealWith(1);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: seal.publicKey }, format: 'jwk' });
    const text = `${sealed.code}\n2026-11-25T10:00:00.000Z\n${sealed.contentHash}`;
    expect(verify(null, Buffer.from(text), key, Buffer.from(seal.sign(sealed), 'base64url'))).toBe(true);
  });

  it('has codes that can be typed as they are heard', () => {
    const code = newCode();
    expect(readCode(shownCode(code))).toBe(code);
    expect(shownCode(code)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(readCode('olI00-12345 abcde-fghjk')).toBe('0110012345ABCDEFGHJK');
    for (const none of ['', code.slice(1), `${code}0`, `${code.slice(1)}U`, `${code.slice(1)}%`]) {
      expect(readCode(none)).toBeNull();
    }
  });
});
