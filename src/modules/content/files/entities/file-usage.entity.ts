import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** What a user keeps and has been promised room for: files and unfinished resumable uploads. */
@Entity('file_usage')
@Check('ck_file_usage_used', 'used_bytes >= 0')
export class FileUsage extends Row {
  @ForeignKey('users', { name: 'fk_file_usage_user', onDelete: 'RESTRICT' })
  @Index('uq_file_usage_user', { unique: true })
  @Column('uuid')
  userId: string;

  @Column('bigint', { default: 0 })
  usedBytes: string;
}
