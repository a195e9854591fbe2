import type { FrameWay } from '../frame-ways';
import type { Frame } from '../gateway-options';
import type { Numbered, RoomState } from './room-kind';
import type { RoomMember } from './room-member';
import { Ready, RoomStream } from './room-stream';

/** A socket, or a stream of events, in a room. */
export interface Listener {
  readonly connection: RoomMember;
  readonly userId: string;
  /** What the person might do here when they joined. */
  readonly right: string;
  /** Number of the last frame it was sent, of each stream. */
  readonly at: number[];
}

/** One room with the sockets that it has in this process. */
export class RoomFeed<R extends RoomState = RoomState> {
  readonly listeners = new Set<Listener>();
  /** Sockets that are here or about to be; with none the feed ends. */
  holds = 0;
  /** Up to which the sockets' right to be here has been looked at. */
  accessVersion: number;
  /** In the order of the names. */
  readonly streams: readonly RoomStream[];

  /** @param names of the streams @param load as `RoomKind.read` for this room */
  constructor(
    readonly room: R,
    names: readonly string[],
    private readonly way: FrameWay,
    load: (stream: string, after: number, limit: number) => Promise<readonly Numbered[]>,
  ) {
    this.accessVersion = room.accessVersion;
    this.streams = names.map((name, n) => {
      const read = (after: number, limit: number) => load(name, after, limit);
      return new RoomStream(room.last[name], way, read, (ready) => this.write(n, ready));
    });
  }

  /** Something without a number, to all. */
  tell(content: Frame): void {
    const outgoing = this.way.ready(content);
    for (const { connection } of this.listeners) connection.write(outgoing);
  }

  close(): void {
    for (const stream of this.streams) stream.close();
  }

  private write(stream: number, ready: readonly Ready[]): void {
    const all = ready.length === 1 ? ready[0].outgoing : this.way.join(ready.map(({ outgoing }) => outgoing));
    const last = ready[ready.length - 1].number;
    for (const { connection, at } of this.listeners) {
      if (at[stream] < ready[0].number) connection.write(all);
      else for (const { number, outgoing } of ready) if (at[stream] < number) connection.write(outgoing);
      at[stream] = Math.max(at[stream], last);
    }
  }
}
