import { Injectable, OnModuleInit } from '@nestjs/common';
import { Database } from '../../../../core/data/database';
import { ClassroomsService, SchoolHooks } from '../../../school/school';
import { ChatRooms } from '../live/chat-rooms';

const PUT_ROOMS = `INSERT INTO chat_rooms (id, kind, title, classroom_id)
  SELECT id, 'classroom', name, id FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, name text)
  ON CONFLICT (id) DO UPDATE SET title = EXCLUDED.title, updated_at = now() WHERE chat_rooms.title <> EXCLUDED.title`;
const LOCK = 'SELECT id FROM chat_rooms WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE';
const WANTED = `jsonb_to_recordset($1::jsonb) AS wanted (room_id uuid, user_id uuid, role text)`;
const REMOVE = `WITH gone AS (
    DELETE FROM chat_members m WHERE m.room_id = ANY ($2::uuid[]) AND NOT EXISTS (
      SELECT FROM ${WANTED} WHERE wanted.room_id = m.room_id AND wanted.user_id = m.user_id
    ) RETURNING m.room_id, m.user_id
  ), unread AS (DELETE FROM chat_reads d USING gone WHERE d.room_id = gone.room_id AND d.user_id = gone.user_id)
  UPDATE chat_rooms r SET access_version = access_version + 1
  WHERE r.id IN (SELECT room_id FROM gone) RETURNING r.id`;
const PUT_MEMBERS = `INSERT INTO chat_members AS m (room_id, user_id, role) SELECT room_id, user_id, role FROM ${WANTED}
  ON CONFLICT (room_id, user_id) DO UPDATE SET role = EXCLUDED.role WHERE m.role <> EXCLUDED.role`;

/** The rooms of classrooms: their people are those of the classroom, changed in the transaction that changes those. */
@Injectable()
export class ClassroomRooms implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly hooks: SchoolHooks,
    private readonly classrooms: ClassroomsService,
    private readonly live: ChatRooms,
  ) {}

  onModuleInit(): void {
    this.hooks.onClassroomsChanged((ids) => this.follow(ids));
  }

  /** Makes these rooms what their classrooms are. @param ids null for all */
  async follow(ids: readonly string[] | null): Promise<void> {
    const people = await this.classrooms.peopleOf(ids); // one that was deleted has taken its room along
    if (people.length === 0) return;
    const roomIds = people.map(({ id }) => id);
    const wanted = people.flatMap(({ id, teacherId, studentIds }) => [
      { room_id: id, user_id: teacherId, role: 'owner' },
      ...studentIds
        .filter((userId) => userId !== teacherId)
        .map((userId) => ({ room_id: id, user_id: userId, role: 'member' })),
    ]);
    await this.db.transaction(async () => {
      await this.db.execute(PUT_ROOMS, [JSON.stringify(people.map(({ id, name }) => ({ id, name })))]);
      await this.db.query(LOCK, [roomIds]);
      const lost = await this.db.query<{ id: string }>(REMOVE, [JSON.stringify(wanted), roomIds]);
      await this.db.execute(PUT_MEMBERS, [JSON.stringify(wanted)]);
      for (const { id } of lost) this.live.open.accessChanged(id);
    });
  }
}
