import { Column, Entity, Index } from 'typeorm';
import { Row } from '../../data/database';

/** One unsafe call that said who it is, with the answer it got. */
@Entity('idempotency_keys')
@Index('uq_idempotency_keys_call', ['caller', 'operation', 'key'], { unique: true })
export class IdempotencyKey extends Row {
  /** Id of the user, or `anonymous`. */
  @Column('text')
  caller: string;

  /** Method and route, or GraphQL field. */
  @Column('text')
  operation: string;

  @Column('text')
  key: string;

  /** Keyed fingerprint of the input. */
  @Column('bytea')
  inputHash: Buffer;

  /** The first answer as JSON, sealed: it may hold tokens. */
  @Column('bytea')
  answer: Buffer;

  @Index('ix_idempotency_keys_expires_at')
  @Column('timestamptz')
  expiresAt: Date;
}
