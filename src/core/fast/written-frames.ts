import type { Frame, FrameWay, Outgoing } from '../realtime';

const FIN_TEXT = 0x81;
const FIN_BINARY = 0x82;

/** The bytes of a frame as a server sends it (RFC 6455 section 5.2): made once for all who get it. A Buffer is a binary frame. */
export function frameOf(content: Frame): Buffer {
  const isText = typeof content === 'string';
  const length = Buffer.byteLength(content);
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = isText ? FIN_TEXT : FIN_BINARY;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  if (isText) frame.write(content, header);
  else content.copy(frame, header);
  return frame;
}

type Written = Outgoing & { readonly bytes: Buffer };

/** The bytes of a frame are made once, and what goes out together is one write to each socket. */
export const WRITTEN_FRAMES: FrameWay = {
  ready: (content): Written => {
    const bytes = frameOf(content);
    return { contents: [content], sizeBytes: bytes.length, bytes };
  },
  join: (all): Written => {
    const bytes = Buffer.concat((all as readonly Written[]).map((one) => one.bytes));
    return { contents: all.flatMap(({ contents }) => contents), sizeBytes: bytes.length, bytes };
  },
  // ws itself writes whole frames at once, so none comes between the bytes of another.
  write: (_, socket, outgoing, done) => void socket.write((outgoing as Written).bytes, done),
};
