import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../core/data/database';
import { StoredFile } from './stored-file.entity';

/** A link by which anybody may download a file, so often and until then. */
@Entity('file_shares')
@Check('ck_file_shares_uses', 'uses >= 0 AND (max_uses IS NULL OR uses <= max_uses)')
export class FileShare extends Row {
  @Index('ix_file_shares_file')
  @Column('uuid')
  fileId: string;

  @ManyToOne(() => StoredFile, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'file_id', foreignKeyConstraintName: 'fk_file_shares_file' })
  file?: StoredFile;

  /** SHA-256 of the link's secret. */
  @Index('uq_file_shares_secret', { unique: true })
  @Column('bytea')
  secretHash: Buffer;

  @Index('ix_file_shares_expires_at')
  @Column('timestamptz')
  expiresAt: Date;

  /** null for any number. */
  @Column('int', { nullable: true })
  maxUses: number | null;

  @Column('int', { default: 0 })
  uses: number;

  /** Fingerprints of who has used it, where uses count: they may go on reading parts. */
  @Column('bytea', { array: true, default: () => "'{}'" })
  readers: Buffer[];
}
