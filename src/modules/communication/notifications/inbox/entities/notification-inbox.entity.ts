import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The inbox of somebody: its row is locked by whoever changes a notice of theirs, until the commit. */
@Entity('notification_inboxes')
@Check('ck_notification_inboxes_counts', 'last_seq >= 0 AND kept >= 0')
export class NotificationInbox {
  @ForeignKey('users', { name: 'fk_notification_inboxes_user', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId: string;

  /** Number of the last change. */
  @Column('int', { default: 0 })
  lastSeq: number;

  /** Notices in it. */
  @Column('int', { default: 0 })
  kept: number;
}
