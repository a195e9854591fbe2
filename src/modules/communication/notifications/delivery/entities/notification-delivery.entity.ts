import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SentChannel } from '../../decision/channels';

/** pending: to be sent. sent: taken by who carries it on. failed: given up. skipped: no longer wanted. */
export const NOTIFICATION_DELIVERY_STATES = ['pending', 'sent', 'failed', 'skipped'] as const;
export type NotificationDeliveryState = (typeof NOTIFICATION_DELIVERY_STATES)[number];

/** A notice on its way by one channel, to one device where the channel has devices. */
@Entity('notification_deliveries')
@Check('ck_notification_deliveries_channel', `channel IN ('web_push', 'fcm', 'email', 'webhook')`)
@Check('ck_notification_deliveries_state', `state IN ('pending', 'sent', 'failed', 'skipped')`)
@Check('ck_notification_deliveries_sent', `(state = 'sent') = (sent_at IS NOT NULL)`)
@Check('ck_notification_deliveries_lease', `lease IS NULL OR state = 'pending'`)
@Index('ix_notification_deliveries_due', ['dueAt'], { where: `state = 'pending'` })
@Index('ix_notification_deliveries_waiting', ['userId'], { where: `state = 'pending' AND not_before IS NOT NULL` })
export class NotificationDelivery {
  @PrimaryColumn('uuid')
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ForeignKey('notifications', { name: 'fk_notification_deliveries_notification', onDelete: 'CASCADE' })
  @Index('ix_notification_deliveries_notification')
  @Column('uuid')
  notificationId: string;

  /** Of the notice. */
  @Column('uuid')
  userId: string;

  @Column('text')
  channel: SentChannel;

  /** Of a push. No foreign key: a device that leaves at the same moment fails nobody's notice, and its push is skipped. */
  @Column('uuid', { nullable: true })
  deviceId: string | null;

  @Column('text', { default: 'pending' })
  state: NotificationDeliveryState;

  /** A word for why it is skipped, or why the last attempt failed. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** It goes with others, in one mail. */
  @Column('boolean', { default: false })
  isDigest: boolean;

  /** It waits for the end of quiet hours, or for its digest. */
  @Column('timestamptz', { nullable: true })
  notBefore: Date | null;

  /** When it is to be sent, or, while it is, until when its sender has it. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  /** Of a push: afterwards it is of no use. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  /** Of the sender that has it. */
  @Column('uuid', { nullable: true })
  lease: string | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column('timestamptz', { nullable: true })
  lastAttemptAt: Date | null;

  /** Of the last answer. */
  @Column('int', { nullable: true })
  lastStatus: number | null;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  /** Of a mail: what its Message-ID begins with. */
  @Column('uuid', { nullable: true })
  messageId: string | null;
}
