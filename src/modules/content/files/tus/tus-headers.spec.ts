import { checksumOf, metadataOf, numberOf } from './tus-headers';

describe('metadataOf', () => {
  it('reads keys with values in base64, and keys without', () => {
    expect(metadataOf('filename w6kucG5n,is_confidential, folder YQ==')).toEqual({
      filename: 'é.png',
      is_confidential: '',
      folder: 'a',
    });
    expect(metadataOf()).toEqual({});
  });

  it.each(['a b c', 'a YQ==,a YQ==', 'a !', 'é YQ=='])('refuses %j', (text) => {
    expect(() => metadataOf(text)).toThrow();
  });
});

describe('numberOf', () => {
  it('reads whole numbers alone', () => {
    expect(numberOf('12')).toBe(12);
    for (const text of [undefined, '', '-1', '1.5', '0x1', '1e3', '9'.repeat(16)])
      expect(() => numberOf(text)).toThrow();
  });
});

describe('checksumOf', () => {
  it('reads an algorithm we have with its digest', () => {
    expect(checksumOf('sha1 qUqP5cyxm6YcTAhz05Hph5gvu9M=')?.digest.toString('hex')).toMatch(/^a94a8fe5/);
    expect(checksumOf(undefined)).toBeNull();
    for (const text of ['md5 YQ==', 'sha1', 'sha1 !', 'sha1 YQ== x']) expect(() => checksumOf(text)).toThrow();
  });
});
