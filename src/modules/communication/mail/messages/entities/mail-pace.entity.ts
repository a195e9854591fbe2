import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many mails a domain may be sent just now. */
@Entity('mail_paces')
@Index('ix_mail_paces_refilled_at', ['refilledAt'])
export class MailPace {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_mail_paces' })
  domain: string;

  /** Mails that might have been sent at `refilledAt`; they grow with the time. */
  @Column('double precision')
  tokens: number;

  @Column('timestamptz', { default: () => 'now()' })
  refilledAt: Date;

  /** Nothing is sent before: it has answered 421 or 451. */
  @Column('timestamptz', { default: () => 'now()' })
  resumeAt: Date;

  /** Such answers since one that was none. */
  @Column('int', { default: 0 })
  refusals: number;
}
