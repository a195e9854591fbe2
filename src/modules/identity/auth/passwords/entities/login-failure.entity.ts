import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often logging in to an account has failed of late, from one network and, with an empty network, from all. */
@Entity('login_failures')
export class LoginFailure {
  /** Fingerprint of the account, or of the name given where there is none. */
  @PrimaryColumn('bytea')
  account: Buffer;

  @PrimaryColumn('text')
  network: string;

  @Column('int')
  failures: number;

  @Index('ix_login_failures_last_at', { where: 'succeeded_at IS NULL' })
  @Column('timestamptz')
  lastAt: Date;

  /** Before it no password is looked at. */
  @Column('timestamptz')
  openAt: Date;

  /** When the right password last came from there. */
  @Index('ix_login_failures_succeeded_at', { where: 'succeeded_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  succeededAt: Date | null;
}
