import { Check, Column, Entity, ForeignKey, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ChatRoom } from '../../rooms/entities/chat-room.entity';

/** What is shown of a file that is shared in a message; its bytes are those of the files module. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly content_type: string;
  readonly size: number;
}

/** A message. A deleted one stays as an empty row, so that no number is missing. */
@Entity('chat_messages')
@Index('uq_chat_messages_seq', ['roomId', 'seq'], { unique: true })
@Index('uq_chat_messages_client', ['roomId', 'senderId', 'clientId'], {
  unique: true,
  where: 'client_id IS NOT NULL',
})
@Index('ix_chat_messages_sender', ['senderId', 'id'])
@Index('ix_chat_messages_changed', ['roomId', 'changeNo'], { where: 'change_no > 0' })
@Index('ix_chat_messages_search', { synchronize: false }) // on the words of the content, in the migration
@Check('ck_chat_messages_seq', 'seq > 0')
@Check('ck_chat_messages_deleted', `deleted_at IS NULL OR (content = '' AND file IS NULL)`)
export class ChatMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_messages' })
  id: string;

  @Column('uuid')
  roomId: string;

  @ManyToOne(() => ChatRoom, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'room_id', foreignKeyConstraintName: 'fk_chat_messages_room' })
  room?: ChatRoom;

  /** Its place in the room, from 1. */
  @Column('int')
  seq: number;

  @ForeignKey('users', { name: 'fk_chat_messages_sender', onDelete: 'RESTRICT' })
  @Column('uuid')
  senderId: string;

  /** By which its sender tells that it is the same message again. */
  @Column('text', { nullable: true })
  clientId: string | null;

  @Column('text')
  content: string;

  /** Whom it names by `@username`. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  mentions: string[];

  @Column('jsonb', { nullable: true })
  file: SharedFile | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;

  /** Which change of the room was its last edit or deletion; 0 for none. */
  @Column('int', { default: 0 })
  changeNo: number;
}
