import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';
import type { Assurance } from '../../../../../core/web/access';

/** What opened a session: a login, or one of the credentials that stand for themselves (ADR 48). */
export type SessionKind = 'login' | 'app_password' | 'service_token' | 'client';

/**
 * What somebody acts by. Of a login it is one signed-in device: its id is the `sid` of access tokens and the family of its
 * refresh tokens. An app password and a service token are sessions too, which never idle and have no refresh tokens.
 */
@Entity('sessions')
@Check('ck_sessions_kind', `kind IN ('login', 'app_password', 'service_token', 'client')`)
@Check('ck_sessions_secret', `(kind IN ('app_password', 'service_token')) = (secret_hash IS NOT NULL)`)
@Index('ix_sessions_kind', ['kind', 'id'], { where: `kind <> 'login'` })
export class Session extends Row {
  @ForeignKey('users', { name: 'fk_sessions_user', onDelete: 'CASCADE' })
  @Index('ix_sessions_user')
  @Column('uuid')
  userId: string;

  @Column('text', { default: 'login' })
  kind: SessionKind;

  /** What its owner calls it; null for logins. */
  @Column('text', { nullable: true })
  name: string | null;

  /** Where an app password counts; the permissions that a token of a client is narrowed to. */
  @Column('text', { array: true, nullable: true })
  scopes: string[] | null;

  /** SHA-256 of an app password, or of a service token. */
  @Index('uq_sessions_secret', { unique: true, where: 'secret_hash IS NOT NULL' })
  @Column('bytea', { nullable: true })
  secretHash: Buffer | null;

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

  /** To the minute; 1970 for a credential that has never been used. */
  @Column('timestamptz')
  lastUsedAt: Date;

  /** Moves on with use; without meaning for what is no login. */
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
