import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
} from 'typeorm';
import { ChatRoom } from './chat-room.entity';

export const MEMBER_ROLES = ['owner', 'moderator', 'member'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Who belongs to a room; of a public one those who have opened it. */
@Entity('chat_members')
@Index('ix_chat_members_user', ['userId', 'roomId'])
@Check('ck_chat_members_role', `role IN (${MEMBER_ROLES.map((one) => `'${one}'`).join(', ')})`)
export class ChatMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_members' })
  roomId: string;

  @ManyToOne(() => ChatRoom, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'room_id', foreignKeyConstraintName: 'fk_chat_members_room' })
  room?: ChatRoom;

  @ForeignKey('users', { name: 'fk_chat_members_user', onDelete: 'RESTRICT' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chat_members' })
  userId: string;

  @Column('text', { default: 'member' })
  role: MemberRole;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
