import { Column, Entity, ForeignKey, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { Digest, QuietHours, Switches } from '../../decision/decide';

/** What somebody wants to be told, and how; nobody has a row who has never said so. */
@Entity('notification_preferences')
export class NotificationPreference {
  @ForeignKey('users', { name: 'fk_notification_preferences_user', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId: string;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;

  @Column('jsonb', { default: {} })
  switches: Switches;

  @Column('jsonb', { nullable: true })
  quietHours: QuietHours | null;

  @Column('jsonb', { nullable: true })
  digest: Digest | null;
}
