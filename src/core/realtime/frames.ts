import { MalformedJson } from '../kernel/errors';
import { BINARY, GatewayOptions } from './gateway-options';
import { BinaryFrame, UnknownFrame } from './realtime.errors';

/** A text frame: a JSON object, or bare text that stands for one. */
export interface TextFrame {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a client has sent. */
export type InboundFrame = TextFrame | { readonly type: typeof BINARY; readonly data: Buffer };

type Reading = Pick<GatewayOptions, 'frames' | 'text'>;

const TOLD_TYPE = 50;

/**
 * Reads a frame. Text that is no JSON object stands for itself where the gateway says for what.
 * @throws BinaryFrame, UnknownFrame for one of no type, MalformedJson for a `type` that is no text
 */
export function readFrame(bytes: Buffer, isBinary: boolean, { frames = 'text', text = {} }: Reading): InboundFrame {
  if (!isBinary) return readText(bytes.toString('utf8'), text);
  if (frames === 'text') throw new BinaryFrame();
  return { type: BINARY, data: bytes };
}

/** @param type as the client wrote it */
export function unknownFrame(type: string): Error {
  return new UnknownFrame({ type: type.slice(0, TOLD_TYPE) });
}

function readText(text: string, { plain, defaultType, servers = [] }: NonNullable<Reading['text']>): TextFrame {
  const object = objectIn(text);
  if (!object && plain && defaultType !== undefined) {
    return { type: defaultType, data: plain(text) as TextFrame['data'] };
  }
  if (!object) throw new MalformedJson();
  const { type = defaultType ?? '', ...data } = object;
  if (typeof type !== 'string') throw new MalformedJson();
  if (type === BINARY) throw unknownFrame(type); // its handler takes bytes
  if (type === defaultType) for (const name of servers) delete data[name];
  return { type, data };
}

function objectIn(text: string): Record<string, unknown> | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
