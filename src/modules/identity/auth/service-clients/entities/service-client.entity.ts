import { Column, Entity } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** Another service that asks Atrium whether a token is good. */
@Entity('service_clients')
export class ServiceClient extends Row {
  @Column('text')
  name: string;

  /** SHA-256 of its secret, which has 256 random bits. */
  @Column('bytea')
  secretHash: Buffer;

  /** Its admin. No foreign key: it outlives the account. */
  @Column('uuid')
  createdBy: string;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
