import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One entry's place in the chain. Append-only as the entries are. No foreign key: a missing entry is for the verifier to name. */
@Entity('audit_chain')
export class AuditChainLink {
  /** 1, 2, 3 without a gap; text in the code. */
  @PrimaryColumn('bigint')
  seq: string;

  @Index('uq_audit_chain_entry', { unique: true })
  @Column('uuid')
  entryId: string;

  /** SHA-256 of the hash before it and the entry's canonical text. */
  @Column('bytea')
  hash: Buffer;
}
