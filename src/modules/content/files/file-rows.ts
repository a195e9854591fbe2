import { BoundStatement, Conditions, statement } from '../../../core/data/database';
import { orderById } from '../../../core/web/dto';
import type { Actor, Rights } from '../../platform/sharing';
import type { FileQuery } from './dto/file.dto';

/** Cursors are of no other list. */
export const FILE_ORDER = orderById('-id', 'f.id');
/** Whose rights a file has. */
export const FILE_RIGHTS = { id: 'f.id', type: 'file' } as const;

export const COLUMNS = `f.id, f.owner_id AS "ownerId", f.status, f.filename, f.original_filename AS "originalFilename",
  f.content_type AS "contentType", f.size_bytes AS "sizeBytes", f.checksum, f.category, f.description,
  f.created_at AS "createdAt", r.parent_id AS "folderId"`;
/** Files whose bytes have come, with their resources. */
export const FROM = `files f JOIN resources r ON r.id = f.id`;

/** Anybody's file; whose bytes have not come yet is none. */
export const BY_ID = statement(
  'files.by-id',
  `SELECT ${COLUMNS} FROM ${FROM} WHERE f.id = $1 AND f.status <> 'pending'`,
);

/** A file with the actor's level with it, null for none. */
export function fileQuery(rights: Rights, actor: Actor, id: string): BoundStatement {
  const query = new Conditions().always(`f.id = ?::uuid AND f.status <> 'pending'`, id);
  const level = rights.level(query, actor, FILE_RIGHTS);
  const text = `SELECT ${COLUMNS}, r.trashed_at AS "trashedAt", ${level} AS level FROM ${FROM} WHERE ${query.where}`;
  return query.statement('files.with-level', text);
}

/**
 * The statement of a page, one more row than asked for; of each set of conditions its own.
 * @param folderIds folders it may lie in; null for any @throws Validation for a broken cursor
 */
export function filePageQuery(
  rights: Rights,
  actor: Actor,
  { category, cursor, limit, atRoot }: FileQuery,
  folderIds: readonly string[] | null,
): BoundStatement {
  const query = new Conditions()
    .always(`f.status <> 'pending' AND r.trashed_at IS NULL`)
    .andIf('folder', 'r.parent_id = ANY (?::uuid[])', folderIds)
    .andIf('root', 'r.parent_id IS NULL AND f.owner_id = ?::uuid', atRoot ? actor.userId : undefined)
    .andIf('category', 'f.category = ?::text', category);
  const after = FILE_ORDER.read(cursor)[0] as string | null;
  const page = { ...FILE_RIGHTS, from: FROM, after, limit, inOneFolder: folderIds !== null };
  const end = rights.endOfPage(query, actor, 'view', page);
  return query.statement('files.page', `SELECT ${COLUMNS} FROM ${FROM} ${end}`);
}
