import { Statement, statement } from '../../../core/data/database';
import { decodeCursor } from '../../../core/web/dto';
import { isId } from '../../../core/kernel/runtime';
import type { FileQuery } from './dto/file.dto';

/** Cursors are of no other list. */
export const SORT = '-id';

export const COLUMNS = `id, owner_id AS "ownerId", status, filename, original_filename AS "originalFilename",
  content_type AS "contentType", size_bytes AS "sizeBytes", checksum, category, folder, description,
  created_at AS "createdAt"`;

/** A file of this owner, or of anybody when the owner is null; whose bytes have not come yet is none. */
export const BY_ID = statement(
  'files.by-id',
  `SELECT ${COLUMNS} FROM files WHERE id = $1 AND ($2::uuid IS NULL OR owner_id = $2) AND status <> 'pending'`,
);

/** The statement of a page, one more row than asked for; of each set of conditions its own. @throws Validation for a broken cursor */
export function filePageQuery(
  { folder, category, cursor, limit }: FileQuery,
  ownerId: string | null,
): { statement: Statement; values: unknown[] } {
  const values: unknown[] = [limit + 1];
  const conditions = [`status <> 'pending'`];
  const shape: string[] = [];
  const add = (name: string, condition: string, value: unknown): void => {
    shape.push(name);
    conditions.push(condition.replace('?', `$${values.push(value)}`));
  };
  if (ownerId !== null) add('owner', 'owner_id = ?::uuid', ownerId);
  if (folder !== undefined) add('folder', 'folder = ?::text', folder);
  if (category !== undefined) add('category', 'category = ?::text', category);
  if (cursor !== undefined) {
    const [id] = decodeCursor(cursor, SORT, [(value) => typeof value === 'string' && isId(value)]);
    add('after', 'id < ?::uuid', id);
  }
  const text = `SELECT ${COLUMNS} FROM files WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $1`;
  return { statement: statement(`files.page ${shape.join(' ')}`, text), values };
}
