import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../../../core/kernel/config';
import type { Breaker } from '../../../../core/outbound';
import { until } from '../../../../../test/support/until';
import { S3Store } from './s3-store';

const CONFIG = {
  s3Endpoint: 'http://127.0.0.1:1',
  s3Bucket: 'files',
  s3Region: 'x',
  s3AccessKey: 'k',
  s3SecretKey: 's',
  s3Prefix: '',
} as Config;

/** How often this process has the file open. */
async function opened(path: string): Promise<number> {
  const fds = await readdir('/proc/self/fd');
  const links = await Promise.all(fds.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return links.filter((link) => link === path).length;
}

describe('S3Store', () => {
  it.each([
    ['the breaker is open', () => Promise.reject(new Error('open'))],
    ['the store cannot be reached', (work: () => Promise<unknown>) => work()],
  ])(
    'leaves no file open that it could not put because %s',
    async (_, run) => {
      const folder = await mkdtemp(join(tmpdir(), 'atrium-s3-'));
      const path = join(folder, 'part');
      const store = new S3Store(CONFIG, { run } as unknown as Breaker);
      try {
        await writeFile(path, Buffer.alloc(1_000_000));
        await expect(store.put('id', path, 'text/plain')).rejects.toThrow();
        await until(async () => (await opened(path)) === 0);
      } finally {
        store.close();
        await rm(folder, { recursive: true });
      }
    },
    30_000,
  );
});
