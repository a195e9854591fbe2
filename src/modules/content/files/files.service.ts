import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import { Audit } from '../../../core/data/audit';
import { Config, CONFIG } from '../../../core/kernel/config';
import { Database, statement } from '../../../core/data/database';
import { Page, pageOf, parseInput } from '../../../core/web/dto';
import { Validation } from '../../../core/kernel/errors';
import { Events } from '../../../core/data/events';
import { answerContent, Content, ReadConditions, readMultipart, StreamedBody } from '../../../core/web/http';
import { Idempotency } from '../../../core/web/idempotency';
import { newId } from '../../../core/kernel/runtime';
import {
  Actor,
  levelOf,
  Permission,
  PermissionMissing,
  permissionOf,
  Resources,
  Rights,
  RightsWatch,
  TrashService,
} from '../../platform/sharing';
import { FolderPaths, FoldersService } from '../folders';
import { FileDto, FileQuery, FileRow, toFileDto, UpdateFileInput, UploadFields } from './dto/file.dto';
import { UploadValidator } from './upload-validator';
import { FileContents } from './file-contents';
import { FileWriter } from './file-writer';
import { cleanName } from './file-names';
import { BY_ID, FILE_ORDER, filePageQuery, fileQuery } from './file-rows';
import { FileUsages } from './file-usage';
import { FileNotFound } from './files.errors';
import { FilesRemoved } from './files.events';
import { Staging } from './staging';

const DESCRIBE = statement(
  'files.describe',
  'UPDATE files SET description = CASE WHEN $2 THEN $3 ELSE description END, updated_at = now() WHERE id = $1',
);
const REMOVE = statement(
  'files.remove',
  `DELETE FROM files WHERE id = $1 AND status <> 'pending' RETURNING owner_id AS "ownerId", size_bytes AS "sizeBytes"`,
);
const FORGET_UPLOAD = statement('files.forget-upload', 'DELETE FROM file_uploads WHERE id = $1');
/** What the application itself wants kept. */
export interface OwnContent {
  /** Its bytes, or where they lie; a path is left as it is. */
  readonly source: Readable | Buffer | { readonly path: string };
  readonly name: string;
  /** Of a kind of `file-types`. */
  readonly contentType: string;
  readonly category?: string;
  readonly folder?: string;
  readonly description?: string;
}

/** A file with what the one who asks may do with it: 1 to 4, null for nothing. */
interface LevelRow extends FileRow, Record<string, unknown> {
  readonly level: number | null;
  readonly trashedAt: Date | null;
}

/** A file that is kept and not there yet. */
export interface PreparedFile {
  readonly id: string;
  /** As it will be called. */
  readonly name: string;
  readonly sizeBytes: number;
}

/** Files. What somebody may do with which is a matter of the rights of their resources. */
@Injectable()
export class FilesService {
  private readonly maxFileBytes: number;

  constructor(
    private readonly db: Database,
    private readonly gate: UploadValidator,
    private readonly staging: Staging,
    private readonly keeper: FileWriter,
    private readonly usages: FileUsages,
    private readonly contents: FileContents,
    private readonly folders: FoldersService,
    private readonly paths: FolderPaths,
    private readonly resources: Resources,
    private readonly rights: Rights,
    private readonly watch: RightsWatch,
    private readonly trash: TrashService,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly idempotency: Idempotency,
    @Inject(CONFIG) config: Config,
  ) {
    this.maxFileBytes = config.maxFileBytes;
  }

  /**
   * Takes a form with one file. No transaction is open while bytes come.
   * @param key `Idempotency-Key`: the same key and content give the first answer again
   * @throws MalformedRequest, Validation, FileTooLarge, FileTypeRefused, QuotaExceeded, StorageFull, IdempotencyKeyReused
   */
  async upload(user: Principal, body: StreamedBody, key?: string): Promise<FileDto> {
    const { fields, file } = await readMultipart(body, 'file', async ({ stream, name: given }) => {
      const name = cleanName(given);
      this.gate.checkName(name);
      const checkHead = (head: Buffer): Promise<void> => this.gate.checkHead(head, name);
      return { name, staged: await this.staging.take(stream, { maxBytes: this.maxFileBytes, checkHead }) };
    });
    if (!file) throw missing('required', 'a file is needed');
    const { name, staged } = file;
    try {
      if (staged.sizeBytes === 0) throw missing('empty', 'has no bytes');
      const input = parseInput(UploadFields, withoutEmpty(fields), 'wire');
      if (input.folderId !== undefined) await this.folders.get(user, input.folderId, 'edit');
      const kind = await this.gate.inspect(staged.path, name);
      const id = newId();
      await this.keeper.stage({ ...input, id, ownerId: user.userId, staged, kind, name });
      return await this.confirm(user, id, key, JSON.stringify([name, staged.checksum, input]));
    } finally {
      await this.staging.discard(staged.path);
    }
  }

  /** Keeps what the application has made, in the name of its owner. @throws QuotaExceeded, StorageFull */
  async save(ownerId: string, content: OwnContent): Promise<FileDto> {
    return this.confirmOwn((await this.prepareOwn(ownerId, content)).id);
  }

  /**
   * The same in two steps, for what is to be there with something else or not at all: the bytes are kept and counted, but
   * nobody sees the file until `confirmOwn`. Forgotten, it is swept away. @throws QuotaExceeded, StorageFull
   */
  async prepareOwn(ownerId: string, { source, name, contentType, ...rest }: OwnContent): Promise<PreparedFile> {
    const staged = await this.staging.take(streamOf(source), { maxBytes: Number.MAX_SAFE_INTEGER });
    try {
      const kind = await this.gate.inspectOwn(staged.path, contentType);
      const id = newId();
      await this.keeper.stage({ ...rest, id, ownerId, staged, kind, name: cleanName(name) });
      return { id, name: cleanName(name), sizeBytes: staged.sizeBytes };
    } finally {
      await this.staging.discard(staged.path);
    }
  }

  /** Within the caller's transaction: the file is there when that commits. @throws FileNotFound when it was swept away */
  async confirmOwn(id: string): Promise<FileDto> {
    const row = await this.keeper.commit(id);
    return this.toDto({ userId: row.ownerId, permissions: new Set() }, row);
  }

  /** Takes back what `prepareOwn` did; without effect on a file that is there. */
  dropOwn(id: string): Promise<void> {
    return this.keeper.abort(id);
  }

  /** What the caller may see, the newest first. @throws Validation for a broken cursor */
  async list(user: Principal, query: FileQuery): Promise<Page<FileDto>> {
    const named = query.folder === undefined ? null : await this.paths.at(user, query.folder);
    const folderIds = query.folderId === undefined ? named : [query.folderId];
    const rows = await this.db.query<FileRow>(filePageQuery(this.rights, user, query, folderIds));
    const paths = await this.pathsOf(user, rows);
    return pageOf(rows, query.limit, (row) => toFileDto(row, paths), FILE_ORDER.cursorOf);
  }

  /** @throws FileNotFound also for one that the caller may not see */
  async byId(user: Actor, id: string): Promise<FileDto> {
    return this.toDto(user, await this.row(user, id, 'view'));
  }

  /** @throws FileNotFound, PermissionMissing, FolderNotFound */
  update(user: Principal, id: string, { folder, folderId, description }: UpdateFileInput): Promise<FileDto> {
    return this.db.transaction(async () => {
      const { ownerId } = await this.row(user, id, 'edit');
      const to = folderId === undefined && folder ? await this.folders.ensurePath(ownerId, folder) : folderId;
      if (folderId) await this.folders.get(user, folderId, 'edit');
      if (to !== undefined || folder === null) await this.resources.move(user, id, to ?? null);
      await this.db.execute(DESCRIBE, [id, description !== undefined, description]);
      if (description !== undefined) await this.resources.change(user, id, { text: description ?? '' });
      return this.byId(user, id);
    });
  }

  /** The row goes now, the bytes after the commit. @throws FileNotFound also the second time, PermissionMissing */
  remove(user: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.row(user, id, 'manage');
      if (!(await this.removeRow(id))) throw new FileNotFound();
      await this.resources.remove(user, [id]);
      await this.audit.record({ action: 'files.removed', target: `file:${id}` });
      await this.events.emit(new FilesRemoved([id]));
    });
  }

  /** For ever, what the trash has kept. In the caller's transaction, which removes their resources. */
  async purge(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.removeRow(id);
    await this.events.emit(new FilesRemoved([...ids]));
  }

  /** Into the trash. @throws FileNotFound, PermissionMissing */
  throwAway(user: Principal, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.row(user, id, 'manage');
      await this.trash.throwAway(user, { id, type: 'file' });
    });
  }

  /** @throws FileNotFound, RangeNotSatisfiable, FileDamaged */
  async download(user: Principal, id: string, conditions: ReadConditions): Promise<StreamableFile | undefined> {
    const file = await answerContent(this.contents.of(await this.row(user, id, 'view')), conditions);
    if (file) this.watch.watchStream(file.getStream(), user, id, 'file');
    return file;
  }

  /** Of anybody's, for those who have decided already who may have it: a link. @throws as `download` */
  async downloadAnyones(
    id: string,
    conditions: ReadConditions,
    beforeBytes?: Content['beforeBytes'],
  ): Promise<StreamableFile | undefined> {
    return answerContent({ ...this.contents.of(await this.anyones(id)), beforeBytes }, conditions);
  }

  /** The bytes of a file, verified to the end. @param ownerId null for anybody's @throws FileNotFound, FileDamaged */
  async open(ownerId: string | null, id: string): Promise<{ file: FileDto; stream: Readable }> {
    const row = await this.anyones(id);
    if (ownerId !== null && row.ownerId !== ownerId) throw new FileNotFound();
    const file = await this.toDto({ userId: row.ownerId, permissions: new Set() }, row);
    return { file, stream: await this.contents.of(row).open(null) };
  }

  /** What the actor may do this with. @throws FileNotFound for one that they may not see, PermissionMissing for one that they may */
  async row(user: Actor, id: string, permission: Permission): Promise<FileRow> {
    const [row] = await this.db.query<LevelRow>(fileQuery(this.rights, user, id));
    if (!row?.level || row.trashedAt) throw new FileNotFound();
    const found = permissionOf(row.level);
    if (row.level < levelOf(permission)) throw new PermissionMissing({ permission: found, needed: permission });
    return row;
  }

  private async anyones(id: string): Promise<FileRow> {
    const [row] = await this.db.query<FileRow>(BY_ID, [id]);
    if (!row) throw new FileNotFound();
    return row;
  }

  private async removeRow(id: string): Promise<boolean> {
    const [row] = await this.db.query<{ ownerId: string; sizeBytes: string }>(REMOVE, [id]);
    if (!row) return false;
    await this.db.execute(FORGET_UPLOAD, [id]);
    await this.usages.release(row.ownerId, Number(row.sizeBytes));
    return true;
  }

  private async toDto(user: Actor, row: FileRow): Promise<FileDto> {
    return toFileDto(row, await this.pathsOf(user, [row]));
  }

  private pathsOf(user: Actor, rows: readonly FileRow[]): Promise<ReadonlyMap<string, string>> {
    return this.paths.of(
      user,
      rows.map(({ folderId }) => folderId),
    );
  }

  private async confirm(user: Principal, id: string, key: string | undefined, input: string): Promise<FileDto> {
    const work = async (): Promise<FileDto> => this.toDto(user, await this.keeper.commit(id));
    if (key === undefined) return work();
    const call = { caller: user.userId, operation: 'POST /api/v1/storage/upload', key, input, type: FileDto };
    try {
      return (await this.idempotency.once(call, work)) as FileDto;
    } finally {
      await this.keeper.abort(id); // unless it became ready: the answer was another one's
    }
  }
}

function missing(code: string, message: string): Error {
  return new Validation({ errors: [{ field: 'file', code, message }] });
}

/** What a form leaves empty it leaves out. */
function withoutEmpty(fields: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

function streamOf(source: OwnContent['source']): Readable {
  if (Buffer.isBuffer(source)) return Readable.from([source]);
  return source instanceof Readable ? source : createReadStream(source.path);
}
