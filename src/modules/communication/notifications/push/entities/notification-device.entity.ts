import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export const DEVICE_TYPES = ['browser', 'unified_push', 'android', 'ios', 'web'] as const;
export type DeviceType = (typeof DEVICE_TYPES)[number];
export type PushChannel = 'web_push' | 'fcm';

/** A browser or an app that somebody is pushed to; it ends with the session that registered it. */
@Entity('notification_devices')
@Check('ck_notification_devices_channel', `channel IN ('web_push', 'fcm')`)
@Unique('uq_notification_devices_target', ['targetHash'])
@Index('ix_notification_devices_user', ['userId', 'registeredAt'])
export class NotificationDevice {
  @PrimaryColumn('uuid')
  id: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @ForeignKey('users', { name: 'fk_notification_devices_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @ForeignKey('sessions', { name: 'fk_notification_devices_session', onDelete: 'CASCADE' })
  @Index('ix_notification_devices_session')
  @Column('uuid')
  sessionId: string;

  @Column('text')
  channel: PushChannel;

  @Column('text')
  type: DeviceType;

  /** Of the push service. */
  @Column('text')
  host: string;

  /** SHA-256 of the endpoint or token: whoever registers it has it alone. */
  @Column('bytea')
  targetHash: Buffer;

  /** A `PushTarget`, sealed: whoever has it could push. */
  @Column('bytea')
  target: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  registeredAt: Date;

  /** Counts registrations, so that an answer to an earlier one does not remove it. */
  @Column('int', { default: 1 })
  registration: number;
}
