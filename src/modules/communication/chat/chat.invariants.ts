import type { Invariant } from '../../../core/data/invariants';
import { KEPT } from './messages/message-writer';

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

/** What must hold of rooms and messages at any time. */
export const CHAT_INVARIANTS: Record<string, Invariant> = {
  numbers: { table: 'chat_rooms', violations: GAPS },
  changes: { table: 'chat_messages', violations: WRONG_CHANGES },
  reads: { table: 'chat_reads', violations: WRONG_READS },
  classrooms: { table: 'chat_members', violations: WRONG_CLASSROOMS },
};
