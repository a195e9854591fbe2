import { Column, CreateDateColumn, Entity, ForeignKey, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ChatRoom } from '../../rooms/entities/chat-room.entity';

/** Up to which message somebody has read a room. */
@Entity('chat_reads')
export class ChatRead {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_reads' })
  roomId: string;

  @ManyToOne(() => ChatRoom, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'room_id', foreignKeyConstraintName: 'fk_chat_reads_room' })
  room?: ChatRoom;

  @Index('ix_chat_reads_user')
  @ForeignKey('users', { name: 'fk_chat_reads_user', onDelete: 'RESTRICT' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_reads' })
  userId: string;

  @Column('int')
  seq: number;

  @CreateDateColumn({ type: 'timestamptz' })
  readAt: Date;
}
