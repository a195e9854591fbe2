import type { Database } from '../../data/database';
import type { Poller } from '../../data/polling';
import type { Bus } from '../../data/redis';
import { CLOSE, TOO_MANY_SOCKETS } from '../connection';
import type { FrameWays } from '../frame-ways';
import type { Frame } from '../gateway-options';
import { Presence } from './presence';
import type { PresenceEvent } from './presence-kind';
import { RoomBroadcast, RoomUpdate } from './room-broadcast';
import { Listener, RoomFeed } from './room-feed';
import type { Numbered, RoomKind, RoomState } from './room-kind';
import type { RoomMember } from './room-member';
import { PAGE } from './room-stream';

/** How a socket joins. */
export interface Joining {
  /** By stream, the number of the last frame that the client has; absent or null for a client that has none. */
  readonly after?: Readonly<Record<string, number | null>>;
  /** What its person may do in the room, as `RoomKind.rightsOf` says it. */
  readonly right: string;
}

const POLL_INTERVAL_MS = 400;

/**
 * The rooms of one kind that have sockets in this process. Updates come over the bus at once; since the bus may lose them, and
 * is silent without Redis, every instance also compares its rooms with Postgres twice a second, and reads who has come and gone:
 * two statements for all.
 */
export class Rooms<R extends RoomState = RoomState> {
  private readonly presence: Presence | null;
  private readonly names: readonly string[];
  private readonly broadcast: RoomBroadcast;
  private readonly feeds = new Map<string, RoomFeed<R>>();
  private comparer: NodeJS.Timeout;
  private polling = false;

  constructor(
    private readonly kind: RoomKind<R>,
    private readonly db: Database,
    bus: Bus,
    poller: Poller,
    private readonly ways: FrameWays,
  ) {
    this.names = Object.keys(kind.streams);
    this.broadcast = new RoomBroadcast(kind.name, this.names, bus);
    this.broadcast.subscribe((update) => this.onUpdate(update));
    const tell = async (event: PresenceEvent): Promise<void> => {
      this.broadcast.publish({ roomId: event.roomId, presenceEvent: [event.id, await this.frameOf(event)] });
    };
    this.presence = kind.presence ? new Presence(kind.name, kind.presence, db, poller, tell) : null;
  }

  /** By `RealtimeRooms`, with the application. */
  start(): void {
    this.comparer = setInterval(() => void this.poll(), POLL_INTERVAL_MS).unref();
    this.presence?.start();
  }

  /** By `RealtimeRooms`, before the sockets close. */
  async leaveAll(): Promise<void> {
    await this.presence?.stop();
  }

  /** By `RealtimeRooms`, when they have closed. */
  stop(): void {
    clearInterval(this.comparer);
    for (const feed of this.feeds.values()) feed.close();
  }

  /** The room as it was when the first of its sockets joined; null while it has none here. */
  find(roomId: string): R | null {
    return this.feeds.get(roomId)?.room ?? null;
  }

  /** Ids of the people who have a socket in the room, on any instance; none where the kind does not tell. */
  async present(roomId: string): Promise<string[]> {
    return (await this.presence?.in(roomId)) ?? [];
  }

  /**
   * Sends a socket what it has missed, or the newest frames, and then everything that comes, without a gap or a double between
   * the two. Await it before the first frame of the socket is handled (`Connection.hold`). It leaves when it closes.
   * @param connection a socket, or a stream of events @param room as it is now @returns false when it closed meanwhile, or the quota of the room closed it
   */
  async join(connection: RoomMember, room: R, { after = {}, right }: Joining): Promise<boolean> {
    if (this.isFull(connection, room.id)) {
      connection.hangUp(CLOSE.tryLater, TOO_MANY_SOCKETS);
      return false;
    }
    const feed = this.feedFor(room);
    const { userId } = connection.principal;
    const listener: Listener = {
      connection,
      userId,
      right,
      at: this.names.map((name) => this.startOf(name, room, after)),
    };
    feed.holds += 1;
    connection.onClose(() => this.leave(feed, listener));
    while (connection.isOpen) {
      const behind = listener.at.findIndex((at, n) => at < this.newestOf(feed, room, n));
      if (behind < 0) break; // nothing else runs between this look and the entry
      await this.sendPage(feed, listener, behind, this.newestOf(feed, room, behind));
    }
    if (!connection.isOpen) return false;
    feed.listeners.add(listener);
    if (feed.accessVersion !== room.accessVersion) await this.review(feed);
    if (!connection.isOpen) return false;
    await this.enter(connection, room.id);
    return true;
  }

  /** Sends new frames to all in the room, on every instance. Call it after the commit that gave them their numbers. */
  publish(roomId: string, stream: string, frames: readonly Numbered[]): void {
    this.feeds.get(roomId)?.streams[this.names.indexOf(stream)].take(frames);
    this.broadcast.publish({ roomId, streams: { [stream]: frames } });
  }

  /** Sends a frame without a number to all in the room: it may be lost, and without Redis it stays on this instance. */
  signal(roomId: string, content: Frame): void {
    this.broadcast.publish({ roomId, signals: [content] });
  }

  /** Once the open transaction has committed, every instance looks at who may be in the room. It raises the `accessVersion`, too. */
  accessChanged(roomId: string): void {
    this.db.afterCommit(() => this.broadcast.publish({ roomId, access: true }));
  }

  private async enter(connection: RoomMember, roomId: string): Promise<void> {
    const { userId } = connection.principal;
    const entering = this.presence?.enter(roomId, userId);
    connection.onClose(() => this.presence?.leave(roomId, userId));
    await entering;
  }

  private leave(feed: RoomFeed<R>, listener: Listener): void {
    feed.listeners.delete(listener);
    feed.holds -= 1;
    if (feed.holds > 0) return;
    feed.close();
    this.feeds.delete(feed.room.id);
  }

  private isFull({ gateway }: RoomMember, roomId: string): boolean {
    const { perRoom = Infinity } = gateway?.quotas ?? {};
    return (this.feeds.get(roomId)?.holds ?? 0) >= perRoom;
  }

  private feedFor(room: R): RoomFeed<R> {
    const known = this.feeds.get(room.id);
    if (known) return known;
    const feed = new RoomFeed(room, this.names, this.ways.current, (stream, after, limit) =>
      this.kind.read(room, stream, after, limit),
    );
    this.feeds.set(room.id, feed);
    if (this.feeds.size === 1) void this.poll(); // from now on it matters who comes and goes
    return feed;
  }

  private startOf(stream: string, room: R, after: NonNullable<Joining['after']>): number {
    return after[stream] ?? Math.max(0, room.last[stream] - this.kind.streams[stream].newest);
  }

  /** Number of the newest frame that the feed has sent, or the room had when the socket came. */
  private newestOf(feed: RoomFeed<R>, room: R, stream: number): number {
    return Math.max(feed.streams[stream].last, room.last[this.names[stream]]);
  }

  /** @param stored a number that Postgres had before */
  private async sendPage(feed: RoomFeed<R>, listener: Listener, stream: number, stored: number): Promise<void> {
    const found = await this.kind.read(feed.room, this.names[stream], listener.at[stream], PAGE);
    await listener.connection.sendAll(found.map(([, content]) => content));
    const last = found.at(-1)?.[0] ?? 0;
    listener.at[stream] = found.length < PAGE ? Math.max(last, stored) : last;
  }

  private onUpdate({ roomId, streams = {}, presenceEvent, signals = [], access }: RoomUpdate): void {
    const feed = this.feeds.get(roomId);
    if (!feed) return;
    if (access) void this.review(feed).catch(() => undefined); // else the next poll finds the version changed
    for (const [name, frames] of Object.entries(streams)) feed.streams[this.names.indexOf(name)].take(frames);
    if (presenceEvent && this.presence?.events.isNew(presenceEvent[0])) feed.tell(presenceEvent[1]);
    for (const content of signals) feed.tell(content);
  }

  private async poll(): Promise<void> {
    if (this.feeds.size === 0) this.presence?.events.pause();
    if (this.polling || this.feeds.size === 0) return;
    this.polling = true;
    const feeds = [...this.feeds.values()];
    try {
      const states = await this.kind.states(feeds.map(({ room }) => room.id));
      const byId = new Map(states.map((state) => [state.id, state]));
      for (const feed of feeds) {
        const state = byId.get(feed.room.id);
        if (state?.accessVersion !== feed.accessVersion) await this.review(feed, state?.accessVersion);
        if (state) this.names.forEach((name, n) => feed.streams[n].compare(state.last[name]));
      }
      for (const event of (await this.presence?.events.read()) ?? []) {
        const feed = this.feeds.get(event.roomId);
        if (feed && this.presence?.events.isNew(event.id)) feed.tell(await this.frameOf(event));
      }
    } catch {
      // Compared again soon.
    } finally {
      this.polling = false;
    }
  }

  /**
   * Closes the sockets of those who may not be in the room any more, or have other rights there.
   * @param version known to be that of before this look
   */
  private async review(feed: RoomFeed<R>, version?: number): Promise<void> {
    const ids = [...new Set([...feed.listeners].map(({ userId }) => userId))];
    const rights = await this.kind.rightsOf(feed.room.id, ids);
    for (const { connection, userId, right } of feed.listeners) {
      const now = rights.get(userId);
      if (now === right || !ids.includes(userId)) continue;
      if (now === undefined) connection.end(this.kind.lost());
      else connection.close(CLOSE.restart, 'rights_changed');
    }
    if (version !== undefined) feed.accessVersion = version;
  }

  private frameOf(event: PresenceEvent): Promise<Frame> {
    return this.kind.presence ? this.kind.presence.frame(event) : Promise.reject(new Error('It tells of nobody'));
  }
}
