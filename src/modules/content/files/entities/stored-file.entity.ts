import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** `pending` until its bytes are in the store; `damaged` when they are no longer those that came. */
export const FILE_STATUSES = ['pending', 'ready', 'damaged'] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

/** One file; its bytes lie in the store under its id. */
@Entity('files')
@Index('ix_files_owner', ['ownerId', 'id'])
@Index('ix_files_pending', ['createdAt'], { where: "status = 'pending'" })
@Check('ck_files_status', `status IN (${FILE_STATUSES.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_files_size', 'size_bytes > 0')
export class StoredFile extends Row {
  @ForeignKey('users', { name: 'fk_files_owner', onDelete: 'RESTRICT' })
  @Column('uuid')
  ownerId: string;

  @Column('text', { default: 'pending' })
  status: FileStatus;

  /** Made by the server: the id and the extension of the detected type. */
  @Column('text')
  filename: string;

  /** As the client called it, without folders and control characters. */
  @Column('text')
  originalFilename: string;

  @Column('text')
  contentType: string;

  @Column('bigint')
  sizeBytes: string;

  /** SHA-256, hexadecimal. */
  @Column('char', { length: 64 })
  checksum: string;

  @Column('text')
  category: string;

  /** The path it was uploaded to. Where it is now says its resource. */
  @Column('text', { nullable: true })
  folder: string | null;

  /** The folder it was uploaded to, where that was named by its id. */
  @Column('uuid', { nullable: true })
  folderId: string | null;

  @Column('text', { nullable: true })
  description: string | null;
}
