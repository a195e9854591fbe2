import { createHash } from 'node:crypto';
import { GENESIS, linkHash } from './chain';

describe('linkHash', () => {
  it('is SHA-256 of the hash before and the text', () => {
    expect(linkHash(GENESIS, '[]').toString('hex')).toBe(
      createHash('sha256')
        .update(Buffer.concat([GENESIS, Buffer.from('[]')]))
        .digest('hex'),
    );
  });

  it('depends on everything before', () => {
    const one = linkHash(GENESIS, 'a');
    expect(linkHash(one, 'b')).not.toEqual(linkHash(GENESIS, 'b'));
    expect(linkHash(one, 'b')).not.toEqual(linkHash(one, 'c'));
  });
});
