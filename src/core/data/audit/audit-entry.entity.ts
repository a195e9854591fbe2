import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what to which thing, from where. Append-only: a trigger in the database refuses any change and deletion. */
@Entity('audit_entries')
@Index('ix_audit_entries_actor', ['actorId', 'id'])
@Index('ix_audit_entries_action', ['action', 'id'])
@Index('ix_audit_entries_target', ['target', 'id'])
@Index('ix_audit_entries_at', ['at', 'id'])
export class AuditEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date;

  /** A word such as `auth.login`, `users.role-granted`. */
  @Column('text')
  action: string;

  @Column('text')
  outcome: 'success' | 'failure';

  /** Who; null for somebody unknown. No foreign key: the trail outlives the account. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('uuid', { nullable: true })
  sessionId: string | null;

  /** What it was done to, as `user:0192…`. */
  @Column('text', { nullable: true })
  target: string | null;

  @Column('text', { nullable: true })
  clientIp: string | null;

  @Column('text', { nullable: true })
  userAgent: string | null;

  @Column('text', { nullable: true })
  requestId: string | null;

  /** JSON-safe; never a secret. */
  @Column('jsonb', { default: {} })
  facts: Record<string, unknown>;
}
