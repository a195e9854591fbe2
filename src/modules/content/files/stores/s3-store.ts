import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ClientConfig,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Logger } from '@nestjs/common';
import type { Config } from '../../../../core/kernel/config';
import type { ByteRange } from '../../../../core/web/http';
import { AddressGuard, Breaker, guardedAgents } from '../../../../core/outbound';
import { isId } from '../../../../core/kernel/runtime';
import { FileStore, StoredObject } from './file-store';

const CONNECT_MS = 3000;
/** To the header of an answer, through all attempts: a request waits for it, which has five seconds. */
const ANSWER_MS = 4000;
/** An upload has no limit but this one, between two bytes: it takes as long as its size needs. */
const UPLOAD_SILENCE_MS = 4000;
/** Between two bytes of what is read, which also pauses while its reader is slow. */
const READ_SILENCE_MS = 20_000;
const PART_BYTES = 8_388_608;
const PARTS_AT_ONCE = 2;
const MAX_SOCKETS = 50;

type S3Config = Pick<Config, 's3Endpoint' | 's3Bucket' | 's3Region' | 's3AccessKey' | 's3SecretKey' | 's3Prefix'>;

/** A bucket of any store that speaks S3. What is larger than a part goes as a multipart upload, a part in memory at a time. */
export class S3Store extends FileStore {
  private readonly client: S3Client;
  private readonly uploads: S3Client;
  private readonly bucket: string;
  private readonly prefix: string;
  private readonly log = new Logger(S3Store.name);

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
    const options: S3ClientConfig = {
      endpoint: config.s3Endpoint || undefined,
      region: config.s3Region,
      forcePathStyle: config.s3Endpoint !== '',
      credentials: accessKeyId ? { accessKeyId, secretAccessKey } : undefined,
      maxAttempts: 3,
      // Stores other than AWS know none of the newer checksums; ours is verified on reading.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    };
    const handler = { connectionTimeout: CONNECT_MS, httpAgent: agents.http, httpsAgent: agents.https };
    this.client = new S3Client({ ...options, requestHandler: { ...handler, socketTimeout: READ_SILENCE_MS } });
    this.uploads = new S3Client({ ...options, requestHandler: { ...handler, socketTimeout: UPLOAD_SILENCE_MS } });
    this.uploads.middlewareStack.add(trySilenceOnce, { step: 'deserialize', priority: 'low' });
  }

  async put(id: string, path: string, contentType: string): Promise<void> {
    await this.call(async () => {
      const body = createReadStream(path);
      const upload = new Upload({
        client: this.uploads,
        params: { ...this.place(id), Body: body, ContentType: contentType },
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
        leavePartsOnError: true, // or it would wait once more for a store that says nothing
      });
      try {
        await upload.done();
      } catch (error) {
        if (upload.uploadId) this.dropParts(id, upload.uploadId);
        throw error;
      } finally {
        body.destroy();
      }
    });
  }

  /** Nobody waits for it. */
  private dropParts(id: string, UploadId: string): void {
    void this.uploads
      .send(new AbortMultipartUploadCommand({ ...this.place(id), UploadId }))
      .catch((error: Error) => this.log.warn(`Parts of ${id} stay in the store: ${error.message}`));
  }

  async open(id: string, range: ByteRange | null): Promise<Readable> {
    const Range = range ? `bytes=${range.from}-${range.to}` : undefined;
    const { Body } = await this.answer((how) =>
      this.client.send(new GetObjectCommand({ ...this.place(id), Range }), how),
    );
    return Body as Readable;
  }

  async sizeOf(id: string): Promise<number | null> {
    try {
      const { ContentLength } = await this.answer((how) =>
        this.client.send(new HeadObjectCommand(this.place(id)), how),
      );
      return ContentLength ?? null;
    } catch (error) {
      if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return null;
      throw error;
    }
  }

  async remove(id: string): Promise<void> {
    await this.answer((how) => this.client.send(new DeleteObjectCommand(this.place(id)), how));
  }

  async *list(): AsyncGenerator<StoredObject> {
    let token: string | undefined;
    do {
      const page = await this.answer((how) =>
        this.client.send(
          new ListObjectsV2Command({ Bucket: this.bucket, Prefix: this.prefix, ContinuationToken: token }),
          how,
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
    await this.answer((how) => this.client.send(new HeadBucketCommand({ Bucket: this.bucket }), how));
  }

  override close(): void {
    this.client.destroy();
    this.uploads.destroy();
  }

  /** A call whose body, if it has one, comes after it. @throws AbortError when it is not answered in time, and as `call` */
  private answer<T>(send: (how: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), ANSWER_MS);
    return this.call(() => send({ abortSignal: stop.signal })).finally(() => clearTimeout(timer));
  }

  /** @throws CircuitOpen while the store is ill, and what the call throws */
  private call<T>(work: () => Promise<T>): Promise<T> {
    return this.breaker.run(work, isIll);
  }

  private place(id: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: `${this.prefix}${id}` };
  }
}

/** A store that says nothing says nothing the next time either; by this name it is not tried again. */
const trySilenceOnce: Parameters<S3Client['middlewareStack']['add']>[0] =
  (next) =>
  async (...args) => {
    try {
      return await next(...args);
    } catch (error) {
      if ((error as Error).name !== 'TimeoutError') throw error;
      throw Object.assign(new Error((error as Error).message), { name: 'AbortError' });
    }
  };

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
