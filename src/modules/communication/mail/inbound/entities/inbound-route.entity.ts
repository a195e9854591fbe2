import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const INBOUND_TARGET_KINDS = ['document', 'todo', 'crm', 'form', 'webhook'] as const;
export type InboundTargetKind = (typeof INBOUND_TARGET_KINDS)[number];

/** An address whose mail goes to a module. */
@Entity('mail_inbound_routes')
@Check('ck_mail_inbound_routes_target', `target IN (${INBOUND_TARGET_KINDS.map((one) => `'${one}'`).join(', ')})`)
@Index('uq_mail_inbound_routes_token', ['token'], { unique: true })
@Index('ix_mail_inbound_routes_owner', ['ownerId', 'id'])
export class InboundRoute {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_inbound_routes' })
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ForeignKey('users', { name: 'fk_mail_inbound_routes_owner', onDelete: 'RESTRICT' })
  @Column('uuid')
  ownerId: string;

  /** Random; the address is `r+{token}@…`. */
  @Column('text')
  token: string;

  @Column('text')
  target: InboundTargetKind;

  /** Of the thing in the module; null where it needs none. */
  @Column('uuid', { nullable: true })
  targetId: string | null;
}
