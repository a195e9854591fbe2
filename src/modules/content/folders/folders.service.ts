import { Injectable } from '@nestjs/common';
import { Audit } from '../../../core/data/audit';
import { Conditions, Database, onConstraint, statement } from '../../../core/data/database';
import { newId } from '../../../core/kernel/runtime';
import { orderById, Page, pageOf } from '../../../core/web/dto';
import {
  Actor,
  FoundResource,
  Permission,
  permissionOf,
  Resources,
  Rights,
  TrashService,
} from '../../platform/sharing';
import { CreateFolderInput, FolderDto, FolderQuery } from './dto/folder.dto';
import { Folder } from './entities/folder.entity';
import { FolderPaths } from './folder-paths';
import { FolderExists, FolderNotFound } from './folders.errors';

interface FolderRow extends Pick<Folder, 'id' | 'ownerId' | 'parentId' | 'name' | 'createdAt' | 'updatedAt'> {
  readonly level: number;
}

const ORDER = orderById<FolderRow>('-id', 'f.id');
const COLUMNS = `f.id, f.owner_id AS "ownerId", f.parent_id AS "parentId", f.name, f.created_at AS "createdAt", f.updated_at AS "updatedAt"`;
const OF = { id: 'f.id', type: 'folder' } as const;
const MAKE = statement(
  'folders.make',
  `INSERT INTO folders (id, owner_id, parent_id, name) VALUES ($1, $2, $3, $4)
   ON CONFLICT (coalesce(parent_id, owner_id), name) WHERE NOT is_trashed DO NOTHING`,
);
const NAMED = statement(
  'folders.by-name',
  'SELECT id FROM folders WHERE coalesce(parent_id, owner_id) = $1 AND name = $2 AND NOT is_trashed',
);
const RENAME = statement('folders.rename', 'UPDATE folders SET name = $2, updated_at = now() WHERE id = $1');
const MOVE = statement('folders.move', 'UPDATE folders SET parent_id = $2, updated_at = now() WHERE id = $1');
const onExists = onConstraint('uq_folders_name', FolderExists);

/** Folders: one tree for files and whatever else lies in them. Their rights are those of their resources. */
@Injectable()
export class FoldersService {
  constructor(
    private readonly db: Database,
    private readonly resources: Resources,
    private readonly rights: Rights,
    private readonly trash: TrashService,
    private readonly paths: FolderPaths,
    private readonly audit: Audit,
  ) {}

  /** The newest first. @throws FolderNotFound for a parent that the caller may not see, Validation for a broken cursor */
  async list(actor: Actor, { parentId, cursor, limit }: FolderQuery): Promise<Page<FolderDto>> {
    if (parentId !== undefined) await this.get(actor, parentId, 'view');
    const query = new Conditions().always('NOT f.is_trashed').andIf('parent', 'f.parent_id = ?::uuid', parentId);
    const after = ORDER.read(cursor)[0] as string | null;
    const page = { ...OF, from: 'folders f', after, limit, inOneFolder: parentId !== undefined };
    const end = this.rights.endOfPage(query, actor, 'view', page);
    const text = `SELECT ${COLUMNS}, ${this.rights.level(query, actor, OF)} AS level FROM folders f ${end}`;
    const rows = await this.db.query<FolderRow & Record<string, unknown>>(query.statement('folders.page', text));
    const dtos = await this.toDtos(actor, rows.slice(0, limit));
    return pageOf(rows, limit, (row) => dtos.get(row.id) as FolderDto, ORDER.cursorOf);
  }

  /** @throws FolderNotFound */
  async byId(actor: Actor, id: string): Promise<FolderDto> {
    const query = new Conditions().always('f.id = ?::uuid', id);
    const text = `SELECT ${COLUMNS}, ${this.rights.level(query, actor, OF)} AS level FROM folders f WHERE ${query.where}`;
    const [row] = await this.db.query<FolderRow & Record<string, unknown>>(query.statement('folders.by-id', text));
    await this.get(actor, id, 'view');
    return (await this.toDtos(actor, [row])).get(id) as FolderDto;
  }

  /** The caller owns it. @throws FolderNotFound, PermissionMissing for the parent, FolderExists, FolderTooDeep */
  create(actor: Actor, { name, parentId = null }: CreateFolderInput): Promise<FolderDto> {
    return this.db.transaction(async () => {
      if (parentId !== null) await this.get(actor, parentId, 'edit');
      const id = newId();
      await this.resources.register({ ...resourceOf(id, name), ownerId: actor.userId, parentId });
      if ((await this.db.execute(MAKE, [id, actor.userId, parentId, name])) === 0) throw new FolderExists();
      await this.audit.record({ action: 'folders.created', target: `folder:${id}` });
      return this.byId(actor, id);
    });
  }

  /** The folder at this path of somebody's own tree; what is missing of it is made. In the caller's transaction. @throws FolderTooDeep */
  async ensurePath(ownerId: string, path: string): Promise<string> {
    let parentId: string | null = null;
    for (const name of path.split('/')) parentId = await this.ensure(ownerId, parentId, name);
    return parentId as string;
  }

  /** @throws FolderNotFound, PermissionMissing, FolderExists */
  rename(actor: Actor, id: string, name: string): Promise<FolderDto> {
    return this.db.transaction(async () => {
      await this.get(actor, id, 'edit');
      await this.db.execute(RENAME, [id, name]).catch(onExists);
      await this.resources.change(actor, id, { title: name });
      return this.byId(actor, id);
    });
  }

  /** With all that lies in it. Asks for `manage` of it, and for `edit` of where it goes. @throws as `rename`, FolderCycle, FolderTooDeep */
  move(actor: Actor, id: string, parentId: string | null): Promise<FolderDto> {
    return this.db.transaction(async () => {
      const { ownerId } = await this.get(actor, id, 'manage');
      if (parentId !== null) await this.get(actor, parentId, 'edit');
      await this.resources.move(actor, id, parentId);
      await this.db.execute(MOVE, [id, parentId]).catch(onExists);
      await this.audit.record({ action: 'folders.moved', target: `folder:${id}`, facts: { parentId, ownerId } });
      return this.byId(actor, id);
    });
  }

  /** Into the trash, with all that lies in it. @throws FolderNotFound, PermissionMissing */
  remove(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.trash.throwAway(actor, await this.get(actor, id, 'manage'));
    });
  }

  /** What the actor may do this with. @throws FolderNotFound, also for what is in the trash, PermissionMissing */
  async get(actor: Actor, id: string, permission: Permission): Promise<FoundResource> {
    const found = await this.resources.get(actor, id, permission, { type: 'folder', missing: FolderNotFound });
    if (found.trashedAt) throw new FolderNotFound();
    return found;
  }

  private async ensure(ownerId: string, parentId: string | null, name: string): Promise<string> {
    const find = () => this.db.query<{ id: string }>(NAMED, [parentId ?? ownerId, name]);
    const [known] = await find();
    if (known) return known.id;
    const id = newId();
    // Waits for whoever is making the same one.
    if ((await this.db.execute(MAKE, [id, ownerId, parentId, name])) === 0) return (await find())[0].id;
    await this.resources.register({ ...resourceOf(id, name), ownerId, parentId });
    return id;
  }

  private async toDtos(actor: Actor, rows: readonly FolderRow[]): Promise<ReadonlyMap<string, FolderDto>> {
    const paths = await this.paths.of(
      actor,
      rows.flatMap(({ id, parentId }) => [id, parentId]),
    );
    return new Map(
      rows.map(({ level, ...row }) => [
        row.id,
        {
          ...row,
          parentId: row.parentId !== null && paths.has(row.parentId) ? row.parentId : null,
          path: paths.get(row.id) ?? row.name,
          permission: permissionOf(level),
        },
      ]),
    );
  }
}

const resourceOf = (id: string, name: string) => ({
  id,
  type: 'folder',
  title: name,
  url: `/api/v1/folders/${id}`,
});
