import type { Config } from '../kernel/config';
import type { Problem } from '../kernel/errors';

/** What one frame carries: text, or bytes. */
export type Frame = string | Buffer;

/** How text frames are read. Without any of these a frame is a JSON object with a `type`. */
export interface TextFrames {
  /** The frame that bare text, which is no JSON object, stands for. Unless given, bare text is refused. */
  readonly plain?: (text: string) => object;
  /** The type of a frame that names none. */
  readonly defaultType?: string;
  /** Members of that frame that are the server's to set: what a client writes there is as if it had not been sent. */
  readonly servers?: readonly string[];
}

/** How much one socket, or one person, may send and leave unread. */
export interface GatewayLimits {
  /** The group of RATE_LIMITS that frames count in, per person over all sockets and instances. */
  readonly rateGroup: string;
  /** What becomes of a frame beyond that: it is answered by `rate_limited` (the default), or handled once it is its turn. */
  readonly beyond?: 'refuse' | 'delay';
  /** Of one socket. Whoever sends more is read more slowly, and no frame is lost. Unlimited unless given. */
  readonly framesPerSecond?: number;
  /** Of one socket, in the same way. */
  readonly bytesPerSecond?: number;
  /** Bytes that a client may leave unread; beyond them it is cut off. 1 MiB unless given. */
  readonly queuedBytes?: number;
}

/** How many sockets of a gateway one process holds. Whoever comes on top is closed with 1013, `too_many_sockets`. */
export interface SocketQuotas {
  readonly perPerson?: number;
  /** Asked when a socket joins a room. */
  readonly perRoom?: number;
  readonly perInstance?: number;
}

/** What a gateway declares of itself. */
export interface GatewayOptions {
  /** As Fastify has it: `/ws/:room`. */
  readonly path: string;
  /** The kinds of frames that it takes; text unless given. The other kind is refused: bytes by an error frame, text by 1003. */
  readonly frames?: 'text' | 'binary' | 'both';
  readonly text?: TextFrames;
  /** Longer frames close the socket with 1009. 64 KiB unless given; a function where a setting decides. */
  readonly maxFrameBytes?: number | ((config: Config) => number);
  /**
   * The sub-protocols it speaks. The first of those that the client names is agreed on; where there is none, none is
   * (RFC 6455 section 4.2.2). `any` agrees to the first that the client names.
   */
  readonly subProtocols?: readonly string[] | 'any';
  readonly limits: GatewayLimits;
  readonly quotas?: SocketQuotas;
  /**
   * How an error is written; null closes the socket instead. Unless given it is JSON text (the members of a problem, `type` is
   * `error`), and where frames are binary alone the socket closes.
   */
  readonly errorFrame?: (problem: Problem) => Frame | null;
}

/** Type of the `@SubscribeMessage` method that takes binary frames: its message body is a Buffer. */
export const BINARY = 'binary';
