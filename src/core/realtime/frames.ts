import { MalformedJson } from '../kernel/errors';
import type { GatewayOptions } from './gateway-options';
import { BinaryFrame } from './realtime.errors';

/** What a client has sent: a JSON object, or bare text that stands for one. */
export interface InboundFrame {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Reading = Pick<GatewayOptions, 'plain' | 'defaultType' | 'servers'>;

/** Reads a frame; text that is no JSON object stands for itself. @throws BinaryFrame, MalformedJson for a `type` that is no text */
export function readFrame(bytes: Buffer, isBinary: boolean, { plain, defaultType, servers }: Reading): InboundFrame {
  if (isBinary) throw new BinaryFrame();
  const text = bytes.toString('utf8');
  const object = objectIn(text);
  if (!object) return { type: defaultType, data: plain(text) as InboundFrame['data'] };
  const { type = defaultType, ...data } = object;
  if (typeof type !== 'string') throw new MalformedJson();
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
