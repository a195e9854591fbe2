import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';
import type { Assurance } from '../../../../../core/web/access';

/** One signed-in device. Its id is the `sid` of access tokens and the family of its refresh tokens. */
@Entity('sessions')
export class Session extends Row {
  @ForeignKey('users', { name: 'fk_sessions_user', onDelete: 'CASCADE' })
  @Index('ix_sessions_user')
  @Column('uuid')
  userId: string;

  @Column('text')
  assurance: Assurance;

  /** SHA-256 of the browser's cookie, of a session that is carried by one. */
  @Column('bytea', { nullable: true })
  cookieHash: Buffer | null;

  /** Until when the last proof of who it is counts as fresh. */
  @Column('timestamptz', { nullable: true })
  freshUntil: Date | null;

  @Column('text', { nullable: true })
  userAgent: string | null;

  @Column('text', { nullable: true })
  clientIp: string | null;

  @Column('timestamptz')
  lastUsedAt: Date;

  /** Moves on with use. */
  @Column('timestamptz')
  idleExpiresAt: Date;

  /** Never moves. */
  @Index('ix_sessions_expires_at')
  @Column('timestamptz')
  expiresAt: Date;

  @Index('ix_sessions_ended_at', { where: 'ended_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** When it last ended or its user's rights changed: what other instances look for. */
  @Index('ix_sessions_changed_at', { where: 'changed_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  changedAt: Date | null;

  /** `logout`, `refresh_reuse`, … */
  @Column('text', { nullable: true })
  endReason: string | null;
}
