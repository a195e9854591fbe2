import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** Who a user is to a provider. The subject tells, never the address. */
@Entity('external_identities')
@Index('uq_external_identities_subject', ['issuer', 'subject'], { unique: true })
@Index('uq_external_identities_provider', ['userId', 'provider'], { unique: true })
export class ExternalIdentity extends Row {
  @ForeignKey('users', { name: 'fk_external_identities_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  /** Its name in OIDC_PROVIDERS. */
  @Column('text')
  provider: string;

  @Column('text')
  issuer: string;

  @Column('text')
  subject: string;

  /** What the provider said last; for the user to tell one from another, and for nothing else. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}
