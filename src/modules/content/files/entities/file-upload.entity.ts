import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** A resumable upload (tus); its bytes lie among the temporary files under its id, which the file will have. */
@Entity('file_uploads')
@Check('ck_file_uploads_offset', 'offset_bytes >= 0 AND offset_bytes <= length_bytes')
export class FileUpload extends Row {
  @ForeignKey('users', { name: 'fk_file_uploads_owner', onDelete: 'RESTRICT' })
  @Index('ix_file_uploads_owner')
  @Column('uuid')
  ownerId: string;

  @Column('bigint')
  lengthBytes: string;

  /** How many bytes are safely on the disk; all of them once the file is ready. */
  @Column('bigint', { default: 0 })
  offsetBytes: string;

  /** `filename`, `folder`, `description`, `category` as they were given. */
  @Column('jsonb')
  metadata: Record<string, string>;

  /** As the client wrote it, to be given back. */
  @Column('text', { default: '' })
  metadataText: string;

  @Index('ix_file_uploads_expires_at')
  @Column('timestamptz')
  expiresAt: Date;

  /** Who is writing just now; null for nobody. */
  @Column('uuid', { nullable: true })
  lease: string | null;

  /** When a writer that says nothing any more counts as gone. */
  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;
}
