import type { Frame } from './gateway-options';

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
