import { PublicAddress } from '../../../../core/web/http';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { API_PREFIX, Principal } from '../../../../core/web/access';
import { Config, CONFIG } from '../../../../core/kernel/config';
import { setAnswerHeader } from '../../../../core/kernel/context/context';
import { Database } from '../../../../core/data/database';
import { parseInput } from '../../../../core/web/dto';
import {
  AppError,
  MalformedRequest,
  MethodNotAllowed,
  UnsupportedMediaType,
  Validation,
} from '../../../../core/kernel/errors';
import type { StreamedBody } from '../../../../core/web/http';
import { HEAD_BYTES } from '../content-shape';
import { FoldersService } from '../../folders';
import { UploadFields } from '../dto/file.dto';
import { UploadValidator } from '../upload-validator';
import { FileWriter } from '../file-writer';
import { cleanName } from '../file-names';
import {
  FileTooLarge,
  FileTypeRefused,
  UploadChecksumMismatch,
  UploadLocked,
  UploadOffsetMismatch,
} from '../files.errors';
import { asFull, Staging, writeAll } from '../staging';
import { CHECKSUM_ALGORITHMS, checksumOf, metadataOf, needVersion, numberOf, TusRequest } from './tus-headers';
import { TUS_EXTENSIONS, TUS_VERSION } from './tus-headers';
import type { OverriddenCall } from './tus.decorators';
import { TusUploads, UploadRow } from './tus-uploads';

/** How often a writer says that it is still there, and how far it has got. */
const RENEW_MS = 5000;
const OVERRIDES = ['HEAD', 'PATCH', 'DELETE'];
const FIELDS = ['folder', 'folder_id', 'description', 'category'];

/** Who is writing, to what, and how far it has got. */
interface Writing {
  readonly upload: UploadRow;
  readonly lease: string;
  readonly file: FileHandle;
  offset: number;
}

/**
 * Resumable uploads (tus 1.0). Bytes lie in a temporary file, the offset is a row; it moves when the bytes are on the disk, so
 * what a client is told has arrived, has. The last byte makes it a file of the same id, through the same gate as any other.
 */
@Injectable()
export class TusService {
  constructor(
    private readonly db: Database,
    private readonly uploads: TusUploads,
    private readonly gate: UploadValidator,
    private readonly staging: Staging,
    private readonly keeper: FileWriter,
    private readonly folders: FoldersService,
    private readonly addresses: PublicAddress,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  describe(): void {
    setAnswerHeader('tus-version', TUS_VERSION);
    setAnswerHeader('tus-extension', TUS_EXTENSIONS);
    setAnswerHeader('tus-max-size', String(this.config.maxFileBytes));
    setAnswerHeader('tus-checksum-algorithm', CHECKSUM_ALGORITHMS.join());
  }

  /** @throws TusVersionUnsupported, MalformedRequest, Validation, FileTooLarge, FileTypeRefused, QuotaExceeded */
  async create(user: Principal, request: TusRequest): Promise<void> {
    needVersion(request);
    const length = numberOf(request.length);
    const { maxFileBytes } = this.config;
    if (length > maxFileBytes) throw new FileTooLarge({ maxBytes: maxFileBytes });
    if (length === 0) {
      throw new Validation({ errors: [{ field: 'Upload-Length', code: 'min', message: 'a file has bytes' }] });
    }
    const given = metadataOf(request.metadata);
    const name = cleanName(given.filename ?? given.name ?? '');
    this.gate.checkName(name);
    const fields = fieldsOf(given);
    if (fields.folderId !== undefined) await this.folders.get(user, fields.folderId, 'edit');
    const metadata = { ...fields, filename: name };
    const upload = await this.uploads.add(user.userId, length, metadata, request.metadata ?? '');
    const file = await this.staging.openPart(upload.id, true);
    await file?.close();
    setAnswerHeader('location', this.addresses.pathOf(`/${API_PREFIX}/storage/tus/${upload.id}`));
    tellExpiry(upload.expiresAt);
  }

  /** @throws TusVersionUnsupported, UploadNotFound */
  async offset(user: Principal, id: string, request: TusRequest): Promise<void> {
    needVersion(request);
    const { offset, length, metadataText, expiresAt } = await this.uploads.byId(id, user.userId);
    setAnswerHeader('upload-offset', String(offset));
    setAnswerHeader('upload-length', String(length));
    if (metadataText !== '') setAnswerHeader('upload-metadata', metadataText);
    tellExpiry(expiresAt);
  }

  /**
   * Writes the next bytes. Of a request that is cut what has arrived is kept, unless it came with a checksum.
   * @throws TusVersionUnsupported, MalformedRequest, UploadNotFound, UploadOffsetMismatch, UploadLocked,
   * UploadChecksumMismatch, FileTooLarge, FileTypeRefused, StorageFull
   */
  async write(user: Principal, id: string, request: TusRequest, body: StreamedBody): Promise<void> {
    needVersion(request);
    const checksum = checksumOf(request.checksum);
    const { upload, lease } = await this.uploads.lease(id, user.userId, numberOf(request.offset));
    try {
      if (upload.offset === upload.length) return setAnswerHeader('upload-offset', String(upload.length)); // a file by now
      const file = await this.needPart(upload, lease);
      const writing: Writing = { upload, lease, file, offset: upload.offset };
      try {
        if (checksum) await this.receiveChecked(writing, body, checksum);
        else await this.receive(writing, body);
        if (writing.offset < upload.length) tellExpiry(await this.uploads.advance(id, lease, writing.offset));
      } finally {
        await file.close();
      }
      if (writing.offset === upload.length) await this.complete(writing);
      setAnswerHeader('upload-offset', String(writing.offset));
    } catch (error) {
      if (error instanceof FileTypeRefused) await this.end(id, lease);
      throw error;
    } finally {
      await this.uploads.free(id, lease);
    }
  }

  /** What the client would have called, had it been able to. @throws MethodNotAllowed, UnsupportedMediaType, and as `write` and `terminate` */
  override(user: Principal, id: string, request: TusRequest, { method, body }: OverriddenCall): Promise<void> {
    if (method === 'DELETE') return this.terminate(user, id, request);
    if (method !== 'PATCH') throw new MethodNotAllowed({ allowed: OVERRIDES });
    if (!body) throw new UnsupportedMediaType();
    return this.write(user, id, request, body);
  }

  /** @throws TusVersionUnsupported, UploadNotFound, UploadLocked */
  async terminate(user: Principal, id: string, request: TusRequest): Promise<void> {
    needVersion(request);
    await this.uploads.byId(id, user.userId);
    if (!(await this.end(id, null))) throw new UploadLocked();
  }

  /** Takes away what nobody has gone on with in time. @returns how many */
  async expire(limit: number): Promise<number> {
    let count = 0;
    for (const id of await this.uploads.expired(limit)) if (await this.end(id, null)) count += 1;
    return count;
  }

  private async end(id: string, lease: string | null): Promise<boolean> {
    if (!(await this.uploads.remove(id, lease))) return false;
    await this.staging.discard(this.staging.pathOf(id));
    return true;
  }

  /** Its temporary file; when it is gone the upload begins again. @throws UploadOffsetMismatch */
  private async needPart({ id, offset }: UploadRow, lease: string): Promise<FileHandle> {
    const file = await this.staging.openPart(id, offset === 0);
    if (file) return file;
    await this.uploads.advance(id, lease, 0);
    throw new UploadOffsetMismatch({ offset: 0 });
  }

  private async receive(writing: Writing, body: StreamedBody): Promise<void> {
    const { upload, lease, file } = writing;
    let renewal: Promise<unknown> = Promise.resolve();
    const renew = async (): Promise<void> => {
      const { offset } = writing;
      await file.datasync();
      await this.uploads.advance(upload.id, lease, Math.min(offset, upload.length - 1));
    };
    const timer = setInterval(() => {
      renewal = renew().catch((error: unknown) => body.stream.destroy(error as Error));
    }, RENEW_MS);
    try {
      await this.copy(writing, body);
    } catch (error) {
      await renewal;
      // What has arrived is kept, so that the client goes on from there.
      if (!(error instanceof AppError) && writing.offset > upload.offset) await renew();
      throw error instanceof AppError ? error : asCut(asFull(error));
    } finally {
      clearInterval(timer);
      await renewal;
    }
    await file.datasync();
  }

  /** Nothing is kept but the whole, so the lease is renewed where the offset was. */
  private async receiveChecked(
    writing: Writing,
    body: StreamedBody,
    { algorithm, digest }: { algorithm: string; digest: Buffer },
  ): Promise<void> {
    const { upload, lease, file } = writing;
    const hash = createHash(algorithm);
    const timer = setInterval(() => {
      this.uploads
        .advance(upload.id, lease, upload.offset)
        .catch((error: unknown) => body.stream.destroy(error as Error));
    }, RENEW_MS);
    try {
      await this.copy(writing, body, (chunk) => hash.update(chunk));
    } catch (error) {
      throw error instanceof AppError ? error : asCut(asFull(error));
    } finally {
      clearInterval(timer);
    }
    const actual = hash.digest();
    if (actual.length !== digest.length || !timingSafeEqual(actual, digest)) throw new UploadChecksumMismatch();
    await file.datasync();
  }

  private async copy(writing: Writing, { stream }: StreamedBody, see?: (chunk: Buffer) => unknown): Promise<void> {
    const { upload, file } = writing;
    // Not destroyed when a part is refused: the edge reads the rest, and the connection is good for the next request.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (writing.offset + chunk.length > upload.length) throw new FileTooLarge({ maxBytes: upload.length });
      await writeAll(file, chunk, writing.offset);
      see?.(chunk);
      const before = writing.offset;
      writing.offset += chunk.length;
      if (before < HEAD_BYTES && writing.offset >= HEAD_BYTES) await this.checkHead(writing);
    }
  }

  private async checkHead({ file, upload }: Writing): Promise<void> {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    await this.gate.checkHead(buffer.subarray(0, bytesRead), upload.metadata.filename);
  }

  /** The offset reaches the length in the transaction that makes the file ready: before, the client has to send its end again. */
  private async complete({ upload, lease, offset }: Writing): Promise<void> {
    const { id, ownerId, metadata } = upload;
    const { filename: name, ...fields } = metadata;
    const staged = await this.staging.measure(this.staging.pathOf(id));
    const kind = await this.gate.inspect(staged.path, name);
    await this.uploads.advance(id, lease, upload.offset);
    await this.keeper.stage({ ...fields, id, ownerId, staged, kind, name }, { promised: true });
    const expiresAt = await this.db.transaction(async () => {
      await this.keeper.commit(id);
      return this.uploads.advance(id, lease, offset);
    });
    tellExpiry(expiresAt);
  }
}

function tellExpiry(expiresAt: Date): void {
  setAnswerHeader('upload-expires', expiresAt.toUTCString());
}

/** @throws Validation for one that a form would not have either */
function fieldsOf(given: Record<string, string>): UploadFields {
  const known = Object.entries(given).filter(([name, value]) => FIELDS.includes(name) && value !== '');
  return parseInput(UploadFields, Object.fromEntries(known), 'wire');
}

/** Nobody is there any more to be told. */
function asCut(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return error instanceof AppError || (syscall !== undefined && code !== 'ECONNRESET') ? error : new MalformedRequest();
}
