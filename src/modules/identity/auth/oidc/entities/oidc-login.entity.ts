import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** A login, or a linking, that a browser has begun and a provider is to answer. Good for one answer. */
@Entity('oidc_logins')
@Check('ck_oidc_logins_link', '(user_id IS NULL) = (session_id IS NULL)')
export class OidcLogin extends Row {
  @Column('text')
  provider: string;

  /** SHA-256 of the state. */
  @Index('uq_oidc_logins_state', { unique: true })
  @Column('bytea')
  stateHash: Buffer;

  /** SHA-256 of the secret in the browser's cookie. */
  @Column('bytea')
  browserHash: Buffer;

  /** Nonce and PKCE verifier, sealed. */
  @Column('bytea')
  secrets: Buffer;

  /** Who links; null when somebody logs in. */
  @ForeignKey('users', { name: 'fk_oidc_logins_user', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  userId: string | null;

  /** By which session they link. */
  @Index('ix_oidc_logins_session', { where: 'session_id IS NOT NULL' })
  @ForeignKey('sessions', { name: 'fk_oidc_logins_session', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;

  /** Where the browser goes afterwards; a path of ours. */
  @Column('text')
  nextPath: string;

  @Index('ix_oidc_logins_expires_at')
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
