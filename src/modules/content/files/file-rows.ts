import { BoundStatement, Conditions, statement } from '../../../core/data/database';
import { orderById } from '../../../core/web/dto';
import type { FileQuery } from './dto/file.dto';

/** Cursors are of no other list. */
export const FILE_ORDER = orderById();

export const COLUMNS = `id, owner_id AS "ownerId", status, filename, original_filename AS "originalFilename",
  content_type AS "contentType", size_bytes AS "sizeBytes", checksum, category, folder, description,
  created_at AS "createdAt"`;

/** A file of this owner, or of anybody when the owner is null; whose bytes have not come yet is none. */
export const BY_ID = statement(
  'files.by-id',
  `SELECT ${COLUMNS} FROM files WHERE id = $1 AND ($2::uuid IS NULL OR owner_id = $2) AND status <> 'pending'`,
);

/** The statement of a page, one more row than asked for; of each set of conditions its own. @throws Validation for a broken cursor */
export function filePageQuery({ folder, category, cursor, limit }: FileQuery, ownerId: string | null): BoundStatement {
  const query = new Conditions()
    .always(`status <> 'pending'`)
    .andIf('owner', 'owner_id = ?::uuid', ownerId)
    .andIf('folder', 'folder = ?::text', folder)
    .andIf('category', 'category = ?::text', category);
  FILE_ORDER.continue(query, cursor);
  const end = `ORDER BY ${FILE_ORDER.order} LIMIT ${query.bind(limit + 1, 'int')}`;
  return query.statement('files.page', `SELECT ${COLUMNS} FROM files WHERE ${query.where} ${end}`);
}
