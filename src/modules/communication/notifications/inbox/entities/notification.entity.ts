import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { Decision } from '../../decision/decide';
import type { Priority } from '../../decision/priority';

/** A notice to one person, written in their language. */
@Entity('notifications')
@Check('ck_notifications_priority', `priority IN ('low', 'normal', 'high', 'critical')`)
@Check('ck_notifications_resource', '(resource_type IS NULL) = (resource_id IS NULL)')
@Check('ck_notifications_count', 'count > 0')
@Index('ix_notifications_list', ['userId', 'seq'], { where: 'seq IS NOT NULL AND deleted_at IS NULL' })
@Index('ix_notifications_unread', ['userId', 'seq'], {
  where: 'seq IS NOT NULL AND deleted_at IS NULL AND read_at IS NULL',
})
@Index('ix_notifications_dedupe', ['userId', 'dedupeKey'], { where: 'dedupe_key IS NOT NULL' })
@Index('ix_notifications_collapse', ['userId', 'collapseKey'], {
  where: 'collapse_key IS NOT NULL AND read_at IS NULL AND deleted_at IS NULL',
})
@Index('ix_notifications_deleted', ['deletedAt'], { where: 'deleted_at IS NOT NULL' })
@Index('ix_notifications_unlisted', ['createdAt'], { where: 'seq IS NULL' })
export class Notification {
  @PrimaryColumn('uuid')
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  /** When it was made, or last collapsed. */
  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @ForeignKey('users', { name: 'fk_notifications_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  /** Who sent it by the API; null for the application. */
  @Column('uuid', { nullable: true })
  senderId: string | null;

  /** Number of the change that made it or last collapsed it: its place in the inbox. null where the inbox does not show it. */
  @Column('int', { nullable: true })
  seq: number | null;

  @Column('text')
  category: string;

  /** A word of the sender's. */
  @Column('text', { nullable: true })
  type: string | null;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  actionUrl: string | null;

  @Column('text')
  priority: Priority;

  @Column('text', { nullable: true })
  resourceType: string | null;

  @Column('uuid', { nullable: true })
  resourceId: string | null;

  @Column('text', { nullable: true })
  dedupeKey: string | null;

  @Column('text', { nullable: true })
  collapseKey: string | null;

  /** Notices that have collapsed into it, itself included. */
  @Column('int', { default: 1 })
  count: number;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  /** It is kept for a day, so that its key is not sent again. */
  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  /** What was decided for each channel when it was made. */
  @Column('jsonb')
  decisions: Decision[];
}
