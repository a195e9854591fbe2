import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** bounce: there is no such mailbox, or it is full. unsubscribe: its owner has asked. manual: by an administrator. */
export const SUPPRESSION_REASONS = ['bounce', 'unsubscribe', 'manual'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** An address that gets no mail, or none of a category. */
@Entity('mail_suppressions')
@Check('ck_mail_suppressions_reason', `reason IN (${SUPPRESSION_REASONS.map((one) => `'${one}'`).join(', ')})`)
@Index('uq_mail_suppressions_address', ['addressKey', 'category'], { unique: true })
@Index('ix_mail_suppressions_until', ['until'], { where: 'until IS NOT NULL' })
export class MailSuppression {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_suppressions' })
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  /** Sealed. */
  @Column('bytea', { select: false })
  address: Buffer;

  /** A fingerprint by which it is found. */
  @Column('bytea', { select: false })
  addressKey: Buffer;

  /** Empty for all. */
  @Column('text', { default: '' })
  category: string;

  @Column('text')
  reason: SuppressionReason;

  /** null: for good. */
  @Column('timestamptz', { nullable: true })
  until: Date | null;

  /** The administrator of a manual one. */
  @ForeignKey('users', { name: 'fk_mail_suppressions_creator', onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  creatorId: string | null;
}
