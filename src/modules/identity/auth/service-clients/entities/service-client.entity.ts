import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** Another service, which asks whether a token is good, and may get tokens for itself. */
@Entity('service_clients')
export class ServiceClient extends Row {
  @Column('text')
  name: string;

  /** SHA-256 of its secret, which has 256 random bits. */
  @Column('bytea')
  secretHash: Buffer;

  /** The account that its own tokens act as; null until it gets the first, where it was made before there were any. */
  @ForeignKey('users', { name: 'fk_service_clients_user' })
  @Index('uq_service_clients_user', { unique: true })
  @Column('uuid', { nullable: true })
  userId: string | null;

  /** Its admin. No foreign key: it outlives the account. */
  @Column('uuid')
  createdBy: string;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
