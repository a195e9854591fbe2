import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

export const CHANGE_KINDS = ['created', 'changed', 'deleted'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change of somebody's inbox: its number has no gap before it. */
@Entity('notification_changes')
@Check('ck_notification_changes_kind', `kind IN ('created', 'changed', 'deleted')`)
export class NotificationChange {
  @ForeignKey('notification_inboxes', 'userId', { name: 'fk_notification_changes_inbox', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_notification_changes' })
  userId: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_notification_changes' })
  seq: number;

  @Column('text')
  kind: ChangeKind;

  @Column('uuid')
  notificationId: string;
}
