import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Row } from '../../../../../core/data/database';
import { Session } from './session.entity';

/** One link in a session's chain of refresh tokens; the last one is the only live one. */
@Entity('refresh_tokens')
@Index('uq_refresh_tokens_live', ['sessionId'], { unique: true, where: 'used_at IS NULL' })
@Index('ix_refresh_tokens_session', ['sessionId'])
export class RefreshToken extends Row {
  @Column('uuid')
  sessionId: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'fk_refresh_tokens_session' })
  session?: Session;

  /** SHA-256 of the token. */
  @Index('uq_refresh_tokens_hash', { unique: true })
  @Column('bytea')
  tokenHash: Buffer;

  @Index('ix_refresh_tokens_successor', { where: 'successor IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  /** The pair that took its place, sealed, for a client that asks twice. */
  @Column('bytea', { nullable: true })
  successor: Buffer | null;
}
