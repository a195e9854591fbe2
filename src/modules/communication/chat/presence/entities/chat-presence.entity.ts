import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ChatRoom } from '../../rooms/entities/chat-room.entity';

/** A process that has sockets, as long as its lease runs. */
@Entity('chat_instances')
export class ChatInstance {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_instances' })
  id: string;

  @Column('timestamptz')
  leaseUntil: Date;
}

/** Somebody who is in a room: the row comes with the word of their joining, and goes with that of their leaving. */
@Entity('chat_presences')
@Index('ix_chat_presences_empty', ['emptySince'], { where: 'empty_since IS NOT NULL' })
@Check('ck_chat_presences_empty', `(holders = '{}') = (empty_since IS NOT NULL)`)
export class ChatPresence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_presences' })
  roomId: string;

  @ManyToOne(() => ChatRoom, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'room_id', foreignKeyConstraintName: 'fk_chat_presences_room' })
  room?: ChatRoom;

  @Index('ix_chat_presences_user')
  @ForeignKey('users', { name: 'fk_chat_presences_user', onDelete: 'RESTRICT' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_presences' })
  userId: string;

  /** Processes where they have a socket. */
  @Column('uuid', { array: true })
  holders: string[];

  /** Since when there is none; they have left when it is not filled soon. */
  @Column('timestamptz', { nullable: true })
  emptySince: Date | null;
}
