import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** attempt: a transaction with the mail server. report: a delivery report. suppressed, cancelled: instead of an attempt. */
export const STEP_KINDS = ['attempt', 'report', 'suppressed', 'cancelled', 'expired'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What has happened to a delivery, for its trace. */
@Entity('mail_steps')
@Index('ix_mail_steps_delivery', ['deliveryId', 'id'])
export class MailStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_steps' })
  id: string;

  @ForeignKey('mail_deliveries', { name: 'fk_mail_steps_delivery', onDelete: 'CASCADE' })
  @Column('uuid')
  deliveryId: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @Column('text')
  kind: StepKind;

  /** What the delivery became. */
  @Column('text')
  state: string;

  @Column('int', { nullable: true })
  code: number | null;

  @Column('text', { nullable: true })
  status: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** `TLSv1.3`; null where it was none. */
  @Column('text', { nullable: true })
  tls: string | null;

  @Column('int', { nullable: true })
  ms: number | null;
}
