import { Injectable, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { Invariants } from '../../../core/data/invariants';
import { UsersService } from '../../identity/users';
import { RoomBroadcast } from './room-broadcast';
import { KEPT } from './message-writer';
import { DisplayNameCache } from './display-name-cache';

const SWEEP_MS = 3_600_000;
/** Public rooms in which nothing was ever said and nobody is. */
const SWEEP = `DELETE FROM chat_rooms r WHERE kind = 'public' AND last_seq = 0 AND title = '' AND created_at < now() - interval '1 day'
  AND NOT EXISTS (SELECT FROM chat_presences p WHERE p.room_id = r.id)`;

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

/** I9: of each room the newest thousand, or all, without a gap. */
const GAPS = `SELECT 'room:' || r.id AS subject,
    format('%s messages from %s to %s, the last number is %s.', count(m.seq), min(m.seq), max(m.seq), r.last_seq) AS detail
  FROM chat_rooms r LEFT JOIN chat_messages m ON m.room_id = r.id GROUP BY r.id
  HAVING count(m.seq) <> least(r.last_seq, ${KEPT}) OR coalesce(max(m.seq), 0) <> r.last_seq
    OR coalesce(min(m.seq), 1) <> greatest(1, r.last_seq - ${KEPT - 1})`;
const WRONG_CHANGES = `SELECT 'message:' || m.id AS subject,
    format('Change %s of a room that has had %s.', m.change_no, r.last_change) AS detail
  FROM chat_messages m JOIN chat_rooms r ON r.id = m.room_id WHERE m.change_no > r.last_change`;
const WRONG_READS = `SELECT 'user:' || d.user_id AS subject, format('Has read %s of %s in room %s.', d.seq, r.last_seq, r.id) AS detail
  FROM chat_reads d JOIN chat_rooms r ON r.id = d.room_id WHERE d.seq > r.last_seq`;
const WRONG_CLASSROOMS = `SELECT 'room:' || coalesce(m.room_id, s.room_id) AS subject,
    format('User %s is %s.', coalesce(m.user_id, s.user_id),
      CASE WHEN s.user_id IS NULL THEN 'in the room and not in the classroom' ELSE 'in the classroom and not in the room' END) AS detail
  FROM (
    SELECT room_id, user_id FROM chat_members JOIN chat_rooms r ON r.id = room_id WHERE r.kind = 'classroom'
  ) m FULL JOIN (
    SELECT r.id AS room_id, c.teacher_id AS user_id FROM chat_rooms r JOIN classrooms c ON c.id = r.classroom_id
    UNION
    SELECT r.id, e.student_id FROM chat_rooms r JOIN enrollments e ON e.classroom_id = r.classroom_id AND e.withdrawn_on IS NULL
  ) s ON s.room_id = m.room_id AND s.user_id = m.user_id
  WHERE m.user_id IS NULL OR s.user_id IS NULL`;

/** What the chat means to others: what is kept of a person, what must always hold, what is swept. */
@Injectable()
export class ChatListener implements OnModuleInit, OnApplicationShutdown {
  private sweeper: NodeJS.Timeout;

  constructor(
    private readonly db: Database,
    private readonly users: UsersService,
    private readonly invariants: Invariants,
    private readonly people: DisplayNameCache,
    private readonly news: RoomBroadcast,
  ) {}

  onModuleInit(): void {
    this.users.onRightsChanged((userId) => Promise.resolve(this.db.afterCommit(() => this.people.forget(userId))));
    this.users.onErase((userId) => this.erase(userId));
    this.users.onExport('chat_rooms', (userId) => this.db.query(EXPORT, [userId]));
    this.users.onExport('chat_messages', (userId) => this.db.query(EXPORT_MESSAGES, [userId]));
    this.invariants.register('chat.numbers', { table: 'chat_rooms', violations: GAPS });
    this.invariants.register('chat.changes', { table: 'chat_messages', violations: WRONG_CHANGES });
    this.invariants.register('chat.reads', { table: 'chat_reads', violations: WRONG_READS });
    this.invariants.register('chat.classrooms', { table: 'chat_members', violations: WRONG_CLASSROOMS });
    this.sweeper = setInterval(() => void this.db.execute(SWEEP).catch(() => undefined), SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeper);
  }

  /** What somebody has said is emptied and keeps its numbers; rooms of theirs alone go. */
  private async erase(userId: string): Promise<void> {
    await this.db.query(LOCK_ROOMS, [userId]);
    await this.db.execute(ERASE_VERSIONS, [userId]);
    await this.db.execute(ERASE_MESSAGES, [userId]);
    await this.db.execute(ERASE_CLIENT_IDS, [userId]);
    await this.db.execute(ERASE_READS, [userId]);
    const left = (await this.db.query<{ id: string }>(ERASE_MEMBER, [userId])).map(({ id }) => id);
    await this.db.execute(HEIRS, [left]);
    await this.db.execute(ABANDONED, [left]);
    for (const id of left) this.news.accessChanged(id);
  }
}
