import { randomBytes } from 'node:crypto';
import { fingerprint, newSecret, seal, sha256, unseal } from './seal';

const key = randomBytes(32);

describe('seal', () => {
  it.each(['', 'a', 'ключ 🔑', 'x'.repeat(100_000)])('gives the text back', (text) => {
    expect(unseal(key, seal(key, text))).toBe(text);
  });

  it('hides the text and never looks the same twice', () => {
    const [one, two] = [seal(key, 'a plain secret'), seal(key, 'a plain secret')];
    expect(one.toString('latin1')).not.toContain('plain');
    expect(one.equals(two)).toBe(false);
  });

  it('is not read with another key', () => {
    expect(() => unseal(randomBytes(32), seal(key, 'text'))).toThrow();
  });

  it('notices a change of any byte', () => {
    const sealed = seal(key, 'text');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index] ^= 1;
      expect(() => unseal(key, changed)).toThrow();
    }
  });

  it('notices bytes that are missing, of the tag too', () => {
    const sealed = seal(key, '');
    for (let length = 0; length < sealed.length; length++) {
      expect(() => unseal(key, sealed.subarray(0, length))).toThrow();
    }
  });
});

describe('fingerprint', () => {
  it('is equal for equal texts under one key only', () => {
    expect(fingerprint(key, 'a')).toEqual(fingerprint(key, 'a'));
    expect(fingerprint(key, 'a')).not.toEqual(fingerprint(key, 'b'));
    expect(fingerprint(key, 'a')).not.toEqual(fingerprint(randomBytes(32), 'a'));
  });
});

describe('sha256', () => {
  it('is that of FIPS 180-4', () => {
    expect(sha256('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('newSecret', () => {
  it('has 256 bits and is fit for a URL', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(newSecret()).not.toBe(secret);
  });
});
