import type { AppError } from '../../kernel/errors';
import type { Frame } from '../gateway-options';
import type { PresenceKind } from './presence-kind';

/** A frame, and its number in its stream. */
export type Numbered = readonly [number: number, content: Frame];

/** How a room stands in Postgres. */
export interface RoomState {
  readonly id: string;
  /** Number of the newest frame of each stream; 0 while there is none. */
  readonly last: Readonly<Record<string, number>>;
  /** Grows whenever somebody loses the room, or gets other rights in it. */
  readonly accessVersion: number;
}

/** A stream of a room: frames with the numbers 1, 2, 3 …, given in the order in which their transactions commit. */
export interface StreamOptions {
  /** How many of the newest frames a socket gets that does not say which it has; 0 for only those that come from now on. */
  readonly newest: number;
}

/**
 * What a module says of its rooms. The numbers, their frames and the people are the module's, in its own tables; the kit carries
 * them to the sockets.
 */
export interface RoomKind<R extends RoomState = RoomState> {
  /** Unique and stable: the module's name. Topics of the bus and prepared statements begin with it. */
  readonly name: string;
  /** By name. A socket that resumes gets one after the other, in this order. */
  readonly streams: Readonly<Record<string, StreamOptions>>;
  /** How these rooms stand, by one statement for all. Those that are gone are left out. */
  states(ids: readonly string[]): Promise<readonly RoomState[]>;
  /**
   * Frames of a stream beyond a number, the least first. Fewer than the limit mean that there are no more. Numbers whose frames are
   * gone are left out.
   */
  read(room: R, stream: string, after: number, limit: number): Promise<readonly Numbered[]>;
  /**
   * What each of these people may do in the room, in a word of the module's. Whoever is left out has lost the room; whoever has
   * another word than at the joining comes back and is looked at afresh (1012).
   */
  rightsOf(roomId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What the sockets of those who have lost a room are told before they close. */
  lost(): AppError;
  /** Whether, and how, it is told who is in a room. */
  readonly presence?: PresenceKind;
}
