import { Column, CreateDateColumn, Entity, ForeignKey, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ChatMessage, SharedFile } from './chat-message.entity';

/** What a message said before it was edited or deleted. */
@Entity('chat_message_versions')
export class ChatMessageVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_message_versions' })
  messageId: string;

  @ManyToOne(() => ChatMessage, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_chat_message_versions_message' })
  message?: ChatMessage;

  /** From 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_chat_message_versions' })
  version: number;

  @Column('text')
  content: string;

  @Column('jsonb', { nullable: true })
  file: SharedFile | null;

  @CreateDateColumn({ type: 'timestamptz' })
  replacedAt: Date;

  @ForeignKey('users', { name: 'fk_chat_message_versions_user', onDelete: 'RESTRICT' })
  @Column('uuid')
  replacedBy: string;
}
