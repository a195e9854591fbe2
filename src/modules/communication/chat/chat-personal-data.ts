import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import type { PersonalDataKeeper } from '../../../core/data/personal-data';
import { ChatRooms } from './live/chat-rooms';

const LOCK_ROOMS = `SELECT id FROM chat_rooms WHERE id IN (
    SELECT room_id FROM chat_members WHERE user_id = $1 UNION SELECT room_id FROM chat_messages WHERE sender_id = $1
  ) ORDER BY id FOR UPDATE`;
const ERASE_VERSIONS = `DELETE FROM chat_message_versions v USING chat_messages m WHERE m.id = v.message_id AND m.sender_id = $1`;
const ERASE_MESSAGES = `WITH mine AS (
    SELECT id, room_id, (row_number() OVER (PARTITION BY room_id ORDER BY seq))::int AS n
    FROM chat_messages WHERE sender_id = $1 AND deleted_at IS NULL
  ), rooms AS (
    UPDATE chat_rooms r SET last_change = last_change + c.n
    FROM (SELECT room_id, count(*)::int AS n FROM mine GROUP BY room_id) c WHERE r.id = c.room_id
    RETURNING r.id, r.last_change - c.n AS before
  )
  UPDATE chat_messages m SET content = '', mentions = '{}', file = NULL, deleted_at = now(), change_no = rooms.before + mine.n
  FROM mine JOIN rooms ON rooms.id = mine.room_id WHERE m.id = mine.id`;
const ERASE_CLIENT_IDS = 'UPDATE chat_messages SET client_id = NULL WHERE sender_id = $1 AND client_id IS NOT NULL';
const ERASE_READS = 'DELETE FROM chat_reads WHERE user_id = $1';
const ERASE_MEMBER = `WITH gone AS (DELETE FROM chat_members WHERE user_id = $1 RETURNING room_id)
  UPDATE chat_rooms SET access_version = access_version + 1 WHERE id IN (SELECT room_id FROM gone) RETURNING id`;
/** Whoever has been there longest, moderators first, takes over. */
const HEIRS = `UPDATE chat_members m SET role = 'owner' WHERE m.room_id = ANY ($1::uuid[]) AND m.user_id = (
    SELECT o.user_id FROM chat_members o WHERE o.room_id = m.room_id ORDER BY o.role = 'member', o.created_at, o.user_id LIMIT 1
  ) AND NOT EXISTS (SELECT FROM chat_members o WHERE o.room_id = m.room_id AND o.role = 'owner')
  AND EXISTS (SELECT FROM chat_rooms r WHERE r.id = m.room_id AND r.kind <> 'direct')`;
const ABANDONED = `DELETE FROM chat_rooms r WHERE r.id = ANY ($1::uuid[]) AND kind IN ('private', 'direct')
  AND NOT EXISTS (SELECT FROM chat_members m WHERE m.room_id = r.id)`;

const EXPORT = `SELECT r.kind, coalesce(r.name, r.id::text) AS room, r.title, m.role, m.created_at AS joined_at, d.seq AS read_up_to
  FROM chat_members m JOIN chat_rooms r ON r.id = m.room_id
  LEFT JOIN chat_reads d ON d.room_id = m.room_id AND d.user_id = m.user_id WHERE m.user_id = $1 ORDER BY r.id DESC`;
const EXPORT_MESSAGES = `SELECT coalesce(r.name, r.id::text) AS room, m.seq, m.content, m.created_at, m.edited_at, m.deleted_at,
    m.file->>'name' AS file, (
      SELECT json_agg(json_build_object('content', v.content, 'replaced_at', v.replaced_at) ORDER BY v.version)
      FROM chat_message_versions v WHERE v.message_id = m.id
    ) AS before
  FROM chat_messages m JOIN chat_rooms r ON r.id = m.room_id WHERE m.sender_id = $1 ORDER BY m.id DESC`;

/** What somebody has said, and where they are a member. */
@Injectable()
export class ChatPersonalData implements PersonalDataKeeper {
  constructor(
    private readonly db: Database,
    private readonly live: ChatRooms,
  ) {}

  /** What somebody has said is emptied and keeps its numbers; rooms of theirs alone go. */
  async erase(userId: string): Promise<void> {
    await this.db.query(LOCK_ROOMS, [userId]);
    await this.db.execute(ERASE_VERSIONS, [userId]);
    await this.db.execute(ERASE_MESSAGES, [userId]);
    await this.db.execute(ERASE_CLIENT_IDS, [userId]);
    await this.db.execute(ERASE_READS, [userId]);
    const left = (await this.db.query<{ id: string }>(ERASE_MEMBER, [userId])).map(({ id }) => id);
    await this.db.execute(HEIRS, [left]);
    await this.db.execute(ABANDONED, [left]);
    for (const id of left) this.live.open.accessChanged(id);
  }

  async export(userId: string): Promise<Record<string, unknown>> {
    return {
      chat_rooms: await this.db.query(EXPORT, [userId]),
      chat_messages: await this.db.query(EXPORT_MESSAGES, [userId]),
    };
  }
}
