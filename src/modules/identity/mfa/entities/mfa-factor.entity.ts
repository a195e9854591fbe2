import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

export type FactorStatus = 'pending' | 'enabled';

/** The authenticator app of a user: pending until a first code has proven it. */
@Entity('mfa_factors')
@Check('ck_mfa_factors_status', `status IN ('pending', 'enabled')`)
export class MfaFactor extends Row {
  @ForeignKey('users', { name: 'fk_mfa_factors_user', onDelete: 'CASCADE' })
  @Index('uq_mfa_factors_user', { unique: true })
  @Column('uuid')
  userId: string;

  /** Sealed; opens for this user alone. */
  @Column('bytea')
  secret: Buffer;

  /** Which key sealed it. */
  @Column('text')
  keyId: string;

  @Column('text')
  status: FactorStatus;

  /** Number of the newest 30-second step whose code was used; only ever grows. */
  @Column('bigint', { default: 0 })
  lastStep: string;

  @Column('timestamptz', { nullable: true })
  enabledAt: Date | null;
}
