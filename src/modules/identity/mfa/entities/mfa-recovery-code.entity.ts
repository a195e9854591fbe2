import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../core/data/database';

/** One way in without the device. */
@Entity('mfa_recovery_codes')
@Index('uq_mfa_recovery_codes_hash', ['userId', 'codeHash'], { unique: true })
export class MfaRecoveryCode extends Row {
  @ForeignKey('users', { name: 'fk_mfa_recovery_codes_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  /** Keyed fingerprint of user and code. */
  @Column('bytea')
  codeHash: Buffer;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
