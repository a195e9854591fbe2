import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { freePort } from './instance';

/** A server that speaks S3 over HTTP. */
export interface TestS3 {
  /** What makes the application use it. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts `s3rver`, a stand-in for S3 written for tests, with one bucket in a folder of its own. */
export async function startS3(): Promise<TestS3> {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'atrium-test-'));
  const configureBuckets = [{ name: 'atrium', configs: [] }];
  const server = new S3rver({ port, address: '127.0.0.1', silent: true, directory, configureBuckets });
  await server.run();
  return {
    env: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'atrium',
      S3_ACCESS_KEY: 'S3RVER',
      S3_SECRET_KEY: 'S3RVER',
    },
    stop: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
