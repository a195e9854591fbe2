import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Config } from '../../../../core/kernel/config';
import type { ByteRange } from '../../../../core/web/http';
import { AddressGuard, Breaker, guardedAgents } from '../../../../core/outbound';
import { isId } from '../../../../core/kernel/runtime';
import { FileStore, StoredObject } from './file-store';

const CONNECT_MS = 3000;
/** Without a byte for so long a connection counts as dead. */
const SILENCE_MS = 20_000;
const PART_BYTES = 8_388_608;
const PARTS_AT_ONCE = 2;
const MAX_SOCKETS = 50;

type S3Config = Pick<Config, 's3Endpoint' | 's3Bucket' | 's3Region' | 's3AccessKey' | 's3SecretKey' | 's3Prefix'>;

/** A bucket of any store that speaks S3. What is larger than a part goes as a multipart upload, a part in memory at a time. */
export class S3Store extends FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly prefix: string;

  constructor(
    config: S3Config,
    private readonly breaker: Breaker,
  ) {
    super();
    const agents = guardedAgents(new AddressGuard(config.s3Endpoint ? [new URL(config.s3Endpoint).hostname] : []), {
      keepAlive: true,
      maxSockets: MAX_SOCKETS,
    });
    const { s3AccessKey: accessKeyId, s3SecretKey: secretAccessKey } = config;
    this.bucket = config.s3Bucket;
    this.prefix = config.s3Prefix;
    this.client = new S3Client({
      endpoint: config.s3Endpoint || undefined,
      region: config.s3Region,
      forcePathStyle: config.s3Endpoint !== '',
      credentials: accessKeyId ? { accessKeyId, secretAccessKey } : undefined,
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        socketTimeout: SILENCE_MS,
        httpAgent: agents.http,
        httpsAgent: agents.https,
      },
      maxAttempts: 3,
      // Stores other than AWS know none of the newer checksums; ours is verified on reading.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(id: string, path: string, contentType: string): Promise<void> {
    await this.call(async () => {
      const body = createReadStream(path);
      const upload = new Upload({
        client: this.client,
        params: { ...this.place(id), Body: body, ContentType: contentType },
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
      });
      await upload.done().finally(() => body.destroy());
    });
  }

  async open(id: string, range: ByteRange | null): Promise<Readable> {
    const Range = range ? `bytes=${range.from}-${range.to}` : undefined;
    const { Body } = await this.call(() => this.client.send(new GetObjectCommand({ ...this.place(id), Range })));
    return Body as Readable;
  }

  async sizeOf(id: string): Promise<number | null> {
    try {
      const { ContentLength } = await this.call(() => this.client.send(new HeadObjectCommand(this.place(id))));
      return ContentLength ?? null;
    } catch (error) {
      if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return null;
      throw error;
    }
  }

  async remove(id: string): Promise<void> {
    await this.call(() => this.client.send(new DeleteObjectCommand(this.place(id))));
  }

  async *list(): AsyncGenerator<StoredObject> {
    let token: string | undefined;
    do {
      const page = await this.call(() =>
        this.client.send(
          new ListObjectsV2Command({ Bucket: this.bucket, Prefix: this.prefix, ContinuationToken: token }),
        ),
      );
      for (const { Key = '', Size = 0, LastModified = new Date() } of page.Contents ?? []) {
        const id = Key.slice(this.prefix.length);
        if (isId(id)) yield { id, sizeBytes: Size, modifiedAt: LastModified };
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  async check(): Promise<void> {
    await this.call(() => this.client.send(new HeadBucketCommand({ Bucket: this.bucket })));
  }

  override close(): void {
    this.client.destroy();
  }

  /** @throws CircuitOpen while the store is ill, and what the call throws */
  private call<T>(work: () => Promise<T>): Promise<T> {
    return this.breaker.run(work, isIll);
  }

  private place(id: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: `${this.prefix}${id}` };
  }
}

/** No answer, or one of 500 and above; not what the file system says of what is to be sent. */
function isIll(error: unknown): boolean {
  const { $metadata, syscall, path } = error as Failure;
  if (syscall !== undefined && path !== undefined) return false;
  return ($metadata?.httpStatusCode ?? 500) >= 500;
}

interface Failure {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly syscall?: string;
  readonly path?: string;
}
