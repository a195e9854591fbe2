import { Injectable } from '@nestjs/common';
import { Database, statement } from '../../../core/data/database';
import { defineCategory, NotificationsService } from '../notifications';
import type { PeopleMentioned } from './chat.events';
import { ChatRooms } from './live/chat-rooms';
import { DisplayNameCache } from './presence/display-name-cache';

interface MentionFacts {
  readonly by: string;
  readonly room: string;
  readonly text: string;
}

/** Of what was said. */
const SHOWN_CHARS = 300;

export const CHAT_MENTIONED = defineCategory<MentionFacts>('chat.mentioned', {
  sentence: {
    en: 'Somebody mentions me in a room of the chat while I am not there.',
    es: 'Alguien me menciona en una sala del chat cuando no estoy.',
  },
  texts: {
    en: ({ by, room, text }) => ({ title: `${by} mentions you in ${room}`, body: text }),
    es: ({ by, room, text }) => ({ title: `${by} te menciona en ${room}`, body: text }),
  },
});

interface SaidRow extends Record<string, unknown> {
  readonly content: string;
  readonly address: string;
  readonly title: string;
}

const SAID = statement(
  'chat.said',
  `SELECT m.content, coalesce(r.name, r.id::text) AS address, coalesce(nullif(r.title, ''), r.name, '') AS title
   FROM chat_messages m JOIN chat_rooms r ON r.id = m.room_id WHERE m.id = $1 AND m.deleted_at IS NULL`,
);
/** Who has read as far as $3 has seen it. */
const READ = statement(
  'chat.have-read',
  'SELECT user_id AS "userId" FROM chat_reads WHERE room_id = $1 AND user_id = ANY ($2::uuid[]) AND seq >= $3',
);

/** Tells people who were mentioned while they were away. */
@Injectable()
export class MentionNotices {
  constructor(
    private readonly db: Database,
    private readonly rooms: ChatRooms,
    private readonly names: DisplayNameCache,
    private readonly notifications: NotificationsService,
  ) {}

  async mentioned({ roomId, messageId, seq, senderId, userIds }: PeopleMentioned): Promise<void> {
    const [said] = await this.db.query<SaidRow>(SAID, [messageId]);
    if (!said) return;
    const allowed = await this.rooms.rightsOf(roomId, userIds);
    const seen = await this.db.query<{ userId: string }>(READ, [roomId, userIds, seq]);
    const here = new Set([senderId, ...(await this.rooms.open.present(roomId)), ...seen.map(({ userId }) => userId)]);
    const away = userIds.filter((id) => allowed.has(id) && !here.has(id));
    if (away.length === 0) return;
    const by = await this.names.nameOf(senderId);
    const text = said.content.slice(0, SHOWN_CHARS);
    await this.notifications.notify({
      userIds: away,
      category: CHAT_MENTIONED,
      facts: { by, room: said.title, text },
      actionUrl: `/chat#${encodeURIComponent(said.address)}`,
      dedupeKey: messageId,
      collapseKey: roomId,
    });
  }
}
