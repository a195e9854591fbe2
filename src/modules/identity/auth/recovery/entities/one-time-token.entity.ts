import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

export type Purpose = 'reset' | 'verify' | 'email-change';

/** The secret of a mailed link. Of each user and purpose at most one is live. */
@Entity('one_time_tokens')
@Index('uq_one_time_tokens_live', ['userId', 'purpose'], { unique: true, where: 'used_at IS NULL' })
@Index('ix_one_time_tokens_user', ['userId', 'purpose', 'createdAt'])
@Check('ck_one_time_tokens_purpose', `purpose IN ('reset', 'verify', 'email-change')`)
export class OneTimeToken extends Row {
  @ForeignKey('users', { name: 'fk_one_time_tokens_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('text')
  purpose: Purpose;

  /** The address it proves, for `verify` and `email-change`: of an `email-change` the one that is to be. */
  @Column('text', { nullable: true })
  email: string | null;

  /** SHA-256 of the token. */
  @Index('uq_one_time_tokens_hash', { unique: true })
  @Column('bytea')
  tokenHash: Buffer;

  @Index('ix_one_time_tokens_expires_at')
  @Column('timestamptz')
  expiresAt: Date;

  /** When it was used, or a newer one took its place. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
