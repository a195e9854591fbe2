import { Bus, isNumber, isString, listOf, objectOf, oneOf, optional, pairOf, Topic } from '../../data/redis';
import type { Frame } from '../gateway-options';
import type { Numbered } from './room-kind';

/** What an instance tells the others of a room. All but the signals can be found in Postgres, too. */
export interface RoomUpdate {
  readonly roomId: string;
  /** New frames of streams, in the order of their numbers. */
  readonly streams?: Readonly<Record<string, readonly Numbered[]>>;
  /** Id and frame of an event of joining or leaving. */
  readonly presenceEvent?: readonly [id: string, content: Frame];
  /** Frames without a number. */
  readonly signals?: readonly Frame[];
  /** Somebody has lost the room or has other rights in it, or it is gone. */
  readonly access?: true;
}

type WireFrame = string | { readonly base64: string };
type WireNumbered = readonly [number, WireFrame];

/** An update on the bus: the streams stand in it by their names. */
interface Message {
  readonly roomId: string;
  readonly presenceEvent?: readonly [string, WireFrame];
  readonly signals?: readonly WireFrame[];
  readonly access?: true;
  readonly [stream: string]: unknown;
}

const RESERVED = new Set(['roomId', 'presenceEvent', 'signals', 'access']);
/** Longer frames are found in Postgres by the next poll. */
const MAX_BYTES = 1_048_576;

const isFrame = (value: unknown): boolean =>
  isString(value) || objectOf<{ base64: string }>({ base64: isString })(value);

/** Carries what happens in the rooms of one kind to all instances. It may be lost, and is then noticed by whoever polls Postgres. */
export class RoomBroadcast {
  private readonly topic: Topic<Message>;

  /** @param name of the kind @throws Error for a stream whose name has another meaning */
  constructor(
    name: string,
    private readonly streams: readonly string[],
    private readonly bus: Bus,
  ) {
    const taken = streams.find((stream) => RESERVED.has(stream));
    if (taken) throw new Error(`No stream of ${name} can be called ${taken}`);
    const isStream = optional(listOf(pairOf(isNumber, isFrame)));
    this.topic = {
      name: `${name}.room-updates`,
      accepts: objectOf<Message>({
        roomId: isString,
        presenceEvent: optional(pairOf(isString, isFrame)),
        signals: optional(listOf(isFrame)),
        access: optional(oneOf(true)),
        ...Object.fromEntries(streams.map((stream) => [stream, isStream])),
      }),
    };
  }

  /** Tells all instances, this one at once. */
  publish({ roomId, streams = {}, presenceEvent, signals, access }: RoomUpdate): void {
    const byName = Object.entries(streams).map(([name, frames]) => [name, frames.filter(isShort).map(toWire)]);
    void this.bus.publish(this.topic, {
      roomId,
      ...(presenceEvent && { presenceEvent: [presenceEvent[0], encode(presenceEvent[1])] as const }),
      ...(signals && { signals: signals.map(encode) }),
      ...(access && { access }),
      ...(Object.fromEntries(byName) as Record<string, WireNumbered[]>),
    });
  }

  subscribe(listener: (update: RoomUpdate) => void): void {
    this.bus.subscribe(this.topic, (message) => {
      const { roomId, presenceEvent, signals, access } = message;
      const given = this.streams.filter((stream) => message[stream] !== undefined);
      listener({
        roomId,
        access,
        streams: Object.fromEntries(given.map((stream) => [stream, (message[stream] as WireNumbered[]).map(fromWire)])),
        presenceEvent: presenceEvent && [presenceEvent[0], decode(presenceEvent[1])],
        signals: signals?.map(decode),
      });
    });
  }
}

const isShort = ([, content]: Numbered): boolean => content.length <= MAX_BYTES;
const toWire = ([number, content]: Numbered): WireNumbered => [number, encode(content)];
const fromWire = ([number, content]: WireNumbered): Numbered => [number, decode(content)];

function encode(content: Frame): WireFrame {
  return typeof content === 'string' ? content : { base64: content.toString('base64') };
}

function decode(content: WireFrame): Frame {
  return typeof content === 'string' ? content : Buffer.from(content.base64, 'base64');
}
