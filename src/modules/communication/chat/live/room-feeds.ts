import { Injectable, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { CLOSE, Connection } from '../../../../core/realtime';
import { Database, statement } from '../../../../core/data/database';
import { RoomBroadcast, RoomUpdate } from './room-broadcast';
import { RoomNotFound } from '../chat.errors';
import { PresenceEvents } from '../presence/presence-events';
import { changeFrame, messageFrame, MessageRow } from '../messages/dto/message.dto';
import type { RoomRow } from '../rooms/dto/room.dto';
import { MessageReads } from '../messages/message-reads';
import { MessageWriter } from '../messages/message-writer';
import { Listener, RoomFeed } from './room-feed';

interface State {
  readonly id: string;
  readonly lastSeq: number;
  readonly lastChange: number;
  readonly accessVersion: number;
}

/** Where a client wants to go on. */
export interface Since {
  /** Number of the last message it has; null for a client that has none. */
  readonly seq: number | null;
  /** Number of the last edit or deletion it has. */
  readonly change: number | null;
}

const POLL_INTERVAL_MS = 400;
const NEWEST = 50;
const PAGE = 200;

const STATES = statement(
  'chat.states',
  `SELECT id, last_seq AS "lastSeq", last_change AS "lastChange", access_version AS "accessVersion" FROM chat_rooms
   WHERE id = ANY ($1::uuid[])`,
);
const STILL_IN = statement(
  'chat.still-in',
  `SELECT u.id FROM unnest($2::uuid[]) AS u (id) JOIN chat_rooms r ON r.id = $1
   WHERE r.kind = 'public' OR EXISTS (SELECT FROM chat_members m WHERE m.room_id = $1 AND m.user_id = u.id)`,
);

/**
 * The rooms that have sockets here. News come over the bus at once; since the bus may lose them, and is silent without Redis,
 * every instance also asks Postgres twice a second how its rooms stand, and who has come and gone: two statements for all.
 */
@Injectable()
export class RoomFeeds implements OnModuleInit, OnApplicationShutdown {
  private readonly feeds = new Map<string, { feed: RoomFeed; room: string }>();
  private looker: NodeJS.Timeout;
  private looking = false;

  constructor(
    private readonly db: Database,
    private readonly news: RoomBroadcast,
    private readonly reads: MessageReads,
    private readonly writer: MessageWriter,
    private readonly presenceEvents: PresenceEvents,
  ) {}

  onModuleInit(): void {
    this.news.subscribe((news) => this.onMessage(news));
    this.writer.onStored((roomId, rows) => this.publish(roomId, rows));
    this.looker = setInterval(() => void this.poll(), POLL_INTERVAL_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.looker);
    for (const { feed } of this.feeds.values()) feed.close();
  }

  /**
   * Sends a socket what it has missed, or the last fifty, and then everything that comes, without a gap or a double between
   * the two. @returns false when it closed meanwhile
   */
  async join(connection: Connection, room: RoomRow, userId: string, since: Since): Promise<boolean> {
    const feed = this.feedOf(room);
    const listener: Listener = { connection, userId, seq: since.seq ?? Math.max(0, room.lastSeq - NEWEST) };
    const address = room.name ?? room.id;
    feed.holds += 1;
    connection.onClose(() => this.leave(feed, listener));
    if (since.change !== null) await this.sendChanges(connection, room.id, address, since.change);
    while (connection.isOpen) {
      const known = feed.lastSeq;
      const rows = await this.reads.after(room.id, listener.seq, PAGE);
      await connection.sendAll((await this.reads.toDtos(rows, address)).map(messageFrame));
      listener.seq = rows.at(-1)?.seq ?? Math.max(listener.seq, known);
      // Nothing else runs between this look and the entry.
      if (rows.length < PAGE && listener.seq >= feed.lastSeq) break;
    }
    if (!connection.isOpen) return false;
    feed.listeners.add(listener);
    if (feed.accessVersion !== room.accessVersion) await this.review(feed);
    return connection.isOpen;
  }

  private leave(feed: RoomFeed, listener: Listener): void {
    feed.listeners.delete(listener);
    feed.holds -= 1;
    if (feed.holds > 0) return;
    feed.close();
    this.feeds.delete(feed.roomId);
  }

  private feedOf(room: RoomRow): RoomFeed {
    const known = this.feeds.get(room.id);
    if (known) return known.feed;
    const address = room.name ?? room.id;
    const messages = async (after: number, limit: number): Promise<[number, string][]> => {
      const dtos = await this.reads.toDtos(await this.reads.after(room.id, after, limit), address);
      return dtos.map((dto) => [dto.seq, messageFrame(dto)]);
    };
    const changes = (after: number, limit: number): Promise<[number, string][]> =>
      this.changesAfter(room.id, address, after, limit);
    const feed = new RoomFeed(room.id, room.lastSeq, room.lastChange, room.accessVersion, messages, changes);
    this.feeds.set(room.id, { feed, room: address });
    if (this.feeds.size === 1) void this.poll(); // from now on it matters who comes and goes
    return feed;
  }

  private async sendChanges(connection: Connection, roomId: string, room: string, since: number): Promise<void> {
    for (let after = since; connection.isOpen;) {
      const found = await this.changesAfter(roomId, room, after, PAGE);
      await connection.sendAll(found.map(([, text]) => text));
      if (found.length < PAGE) return;
      [after] = found[found.length - 1];
    }
  }

  private async changesAfter(roomId: string, room: string, after: number, limit: number): Promise<[number, string][]> {
    const rows = await this.reads.changedAfter(roomId, after, limit);
    const dtos = await this.reads.toDtos(rows, room);
    return dtos.map((dto, n) => [rows[n].changeNo, changeFrame(dto, rows[n].changeNo)]);
  }

  /** The frames of what this instance has just stored, for all instances. */
  private async publish(roomId: string, rows: readonly MessageRow[]): Promise<void> {
    const room = this.feeds.get(roomId)?.room ?? (await this.addressOf(roomId));
    const dtos = await this.reads.toDtos(rows, room);
    this.news.publish({ roomId, messages: dtos.map((dto) => [dto.seq, messageFrame(dto)]) });
  }

  private async addressOf(roomId: string): Promise<string> {
    const [row] = await this.db.query<{ name: string | null }>('SELECT name FROM chat_rooms WHERE id = $1', [roomId]);
    return row?.name ?? roomId;
  }

  private onMessage({ roomId, messages, changes, presenceEvent, access }: RoomUpdate): void {
    const feed = this.feeds.get(roomId)?.feed;
    if (!feed) return;
    if (access) void this.review(feed).catch(() => undefined); // else the next look finds the version changed
    if (messages) feed.take(messages);
    if (changes) feed.takeChanges(changes);
    if (presenceEvent && this.presenceEvents.isNew(presenceEvent[0])) feed.tell(presenceEvent[1]);
  }

  private async poll(): Promise<void> {
    if (this.feeds.size === 0) this.presenceEvents.pause();
    if (this.looking || this.feeds.size === 0) return;
    this.looking = true;
    const feeds = [...this.feeds.values()].map(({ feed }) => feed);
    try {
      const states = await this.db.query<State>(STATES, [feeds.map(({ roomId }) => roomId)]);
      const byId = new Map(states.map((state) => [state.id, state]));
      for (const feed of feeds) {
        const state = byId.get(feed.roomId);
        if (!state || state.accessVersion !== feed.accessVersion) await this.review(feed, state?.accessVersion);
        if (state) feed.compare(state.lastSeq, state.lastChange);
      }
      for (const event of await this.presenceEvents.read()) {
        const feed = this.feeds.get(event.roomId)?.feed;
        if (feed && this.presenceEvents.isNew(event.id)) feed.tell(await this.presenceEvents.frameOf(event));
      }
    } catch {
      // Asked again soon.
    } finally {
      this.looking = false;
    }
  }

  /** Closes the sockets of those who may not be in the room any more. @param version known to be that of before this look */
  private async review(feed: RoomFeed, version?: number): Promise<void> {
    const ids = [...new Set([...feed.listeners].map(({ userId }) => userId))];
    const still = await this.db.query<{ id: string }>(STILL_IN, [feed.roomId, ids]);
    const stillIn = new Set(still.map(({ id }) => id));
    for (const { connection, userId } of feed.listeners) {
      if (stillIn.has(userId) || !ids.includes(userId)) continue;
      connection.refuse(new RoomNotFound());
      connection.close(CLOSE.policy, 'room_not_found');
    }
    if (version !== undefined) feed.accessVersion = version;
  }
}
