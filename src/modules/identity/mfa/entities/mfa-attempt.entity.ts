import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A code that was tried and not found good. */
@Entity('mfa_attempts')
@Index('ix_mfa_attempts_user', ['userId', 'at'])
export class MfaAttempt {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('users', { name: 'fk_mfa_attempts_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  /** The challenge. Auth's; without a foreign key, since auth knows mfa and not the other way round. */
  @Column('uuid')
  sessionId: string;

  @Index('ix_mfa_attempts_at')
  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date;
}
