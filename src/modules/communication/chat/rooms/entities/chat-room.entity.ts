import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Row } from '../../../../../core/data/database';

/** Anybody may open a public one; the others have members, and a classroom's are those of the classroom. */
export const ROOM_KINDS = ['public', 'private', 'direct', 'classroom'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** A room. Its row is the lock under which its messages get their numbers and its members come and go. */
@Entity('chat_rooms')
@Index('uq_chat_rooms_name', { synchronize: false }) // on lower(name), in the migration
@Index('ix_chat_rooms_creator', ['createdBy', 'createdAt'])
@Index('ix_chat_rooms_unused', ['createdAt'], { where: `kind = 'public' AND last_seq = 0 AND title = ''` })
@Index('ix_chat_rooms_public', ['id'], { where: `kind = 'public'` })
@Check('ck_chat_rooms_kind', `kind IN (${ROOM_KINDS.map((one) => `'${one}'`).join(', ')})`)
@Check(
  'ck_chat_rooms_address',
  `(kind = 'public') = (name IS NOT NULL) AND (kind = 'direct') = (direct_key IS NOT NULL)
   AND (kind = 'classroom') = (classroom_id IS NOT NULL)`,
)
export class ChatRoom extends Row {
  @Column('text')
  kind: RoomKind;

  /** By which a public one is addressed; the others go by their id, so that nobody learns of them by guessing. */
  @Column('text', { nullable: true })
  name: string | null;

  /** For people; of a direct one it is the other's name. */
  @Column('text', { default: '' })
  title: string;

  @ForeignKey('users', { name: 'fk_chat_rooms_creator', onDelete: 'RESTRICT' })
  @Column('uuid', { nullable: true })
  createdBy: string | null;

  /** The room has the id of its classroom. */
  @Index('uq_chat_rooms_classroom', { unique: true })
  @ForeignKey('classrooms', { name: 'fk_chat_rooms_classroom', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  classroomId: string | null;

  /** Both ids of a direct one, the lesser first. */
  @Index('uq_chat_rooms_direct', { unique: true })
  @Column('text', { nullable: true })
  directKey: string | null;

  /** Number of the newest message; messages have 1, 2, 3 … without a gap. */
  @Column('int', { default: 0 })
  lastSeq: number;

  /** Grows with each edit and deletion. */
  @Column('int', { default: 0 })
  lastChange: number;

  /** Grows whenever somebody loses the room. */
  @Column('int', { default: 0 })
  accessVersion: number;
}
