import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { verified } from './verified';

const BYTES = Buffer.from('some bytes that are kept');
const SUM = createHash('sha256').update(BYTES).digest('hex');
const damage = () => Promise.resolve(new Error('damaged'));

describe('verified', () => {
  it('gives the same bytes, and fails before the last of others', async () => {
    expect(await buffer(verified(Readable.from([BYTES]), SUM, damage))).toEqual(BYTES);
    const others = Readable.from([BYTES, Buffer.from('more')]);
    await expect(buffer(verified(others, SUM, damage))).rejects.toThrow('damaged');
    expect(others.destroyed).toBe(true);
  });

  it('closes its source when it is destroyed before the first read', async () => {
    for (let n = 0; n < 20; n++) {
      const source = createReadStream(__filename);
      const closed = once(source, 'close');
      verified(source, SUM, damage).destroy();
      await closed;
    }
  }, 10_000);

  it('closes its source when it is destroyed between two reads', async () => {
    const source = new Readable({
      read() {
        this.push(BYTES);
      },
    });
    const closed = new Promise((resolve) => source.once('close', resolve));
    const stream = verified(source, SUM, damage);
    stream.once('readable', () => stream.destroy());
    await closed;
  }, 10_000);

  it('fails as its source fails, also before the first read', async () => {
    const source = new PassThrough();
    const stream = verified(source, SUM, damage);
    const failed = once(stream, 'error');
    source.destroy(new Error('the store is gone'));
    expect(await failed).toEqual([new Error('the store is gone')]);
  });
});
