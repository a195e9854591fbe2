import { Check, Column, Entity, Index } from 'typeorm';
import type { Locale } from '../../../../core/kernel/text';
import { Row } from '../../../../core/data/database';

/** Who an account is of. To that of a service nobody logs in: it owns what the service makes. */
export const USER_KINDS = ['person', 'service'] as const;
export type UserKind = (typeof USER_KINDS)[number];

/** A person, or a service, with an account. Credentials are the auth module's. */
@Entity('users')
@Index('uq_users_email', { synchronize: false }) // on text_key(email) and duplicate_no, in the migration
@Index('uq_users_username', { synchronize: false }) // on lower(username)
@Index('ix_users_roles', { synchronize: false }) // GIN
@Index('ix_users_services', ['id'], { where: `kind = 'service'` })
@Check('ck_users_card_last4', `card_last4 ~ '^[0-9]{4}$'`)
@Check('ck_users_kind', `kind IN ('person', 'service')`)
@Check('ck_users_locale', `locale IN ('en', 'es')`)
@Check('ck_users_service_roles', `kind <> 'service' OR roles = '{}'`)
export class User extends Row {
  @Column('text', { default: 'person' })
  kind: UserKind;

  /** As written by the user; compared without case. Of a service an address that nobody can have. */
  @Column('text')
  email: string;

  @Column('text', { nullable: true })
  username: string | null;

  @Column('text')
  fullName: string;

  @Column('text', { array: true })
  roles: string[];

  /** In which its mails and pages are written. */
  @Column('text', { default: 'en' })
  locale: Locale;

  /** By whose clock it is told times: a name of the IANA database. */
  @Column('text', { default: 'UTC' })
  timeZone: string;

  /** Given one by one, beyond those of the roles. */
  @Column('text', { array: true, default: '{}' })
  permissions: string[];

  @Column('boolean', { default: true })
  isActive: boolean;

  /** When its owner proved that the address is theirs. */
  @Column('timestamptz', { nullable: true })
  emailVerifiedAt: Date | null;

  @Column('text', { nullable: true })
  cardBrand: string | null;

  @Column('text', { name: 'card_last4', nullable: true })
  cardLast4: string | null;

  /** When it was erased; the row stays for the books. */
  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  /** 0; above it where an older row has the same email to a person, kept from before that was looked at. */
  @Column({ type: 'integer', default: 0, select: false, insert: false, update: false })
  duplicateNo: number;
}
