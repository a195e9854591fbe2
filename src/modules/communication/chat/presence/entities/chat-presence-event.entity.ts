import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const PRESENCE_EVENTS = ['joined', 'left'] as const;

/** A word of joining or leaving, kept for a minute for the instances that the bus does not reach. */
@Entity('chat_comings')
@Index('ix_chat_comings_tx', ['tx'])
@Check('ck_chat_comings_event', `event IN (${PRESENCE_EVENTS.map((one) => `'${one}'`).join(', ')})`)
export class ChatPresenceEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_comings' })
  id: string;

  /** Without a foreign key: it is gone before anybody would ask. */
  @Column('uuid')
  roomId: string;

  @Column('uuid')
  userId: string;

  @Column('text')
  event: (typeof PRESENCE_EVENTS)[number];

  @Index('ix_chat_comings_at')
  @Column('timestamptz')
  at: Date;

  /** Number of its transaction: one that commits late is known by having been open before. */
  @Column('bigint')
  tx: string;
}
