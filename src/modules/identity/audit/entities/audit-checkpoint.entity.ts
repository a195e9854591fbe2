import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the chain had come at an instant, signed: who rewrites the chain cannot rewrite these. */
@Entity('audit_checkpoints')
export class AuditCheckpoint {
  /** The last link then; text in the code. */
  @PrimaryColumn('bigint')
  seq: string;

  @Column('bytea')
  hash: Buffer;

  @Column('timestamptz')
  at: Date;

  /** HMAC-SHA-256 by a key of this installation. */
  @Column('bytea')
  signature: Buffer;
}
