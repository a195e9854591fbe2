import type { SMTPServerDataStream } from 'smtp-server';

/** A reply that refuses, as `smtp-server` sends it. */
export class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** What a mail may have, bytes. */
export const MAX_MESSAGE_BYTES = 26_214_400;

const CR = 0x0d;
const LF = 0x0a;

/**
 * Reads a message to its end, whatever is wrong with it.
 * @throws SmtpRefusal 552 beyond 25 MiB, 550 for a CR or an LF by itself: two servers would not agree on where such a mail ends
 */
export async function readData(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  let isBare = false;
  let last = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (!isBare) isBare = hasBare(chunk, last);
    last = chunk[chunk.length - 1] ?? last;
    if (size <= MAX_MESSAGE_BYTES) chunks.push(chunk);
  }
  if (size > MAX_MESSAGE_BYTES) throw new SmtpRefusal(552, '5.3.4 The message is too large');
  if (isBare || last === CR) throw new SmtpRefusal(550, '5.6.11 A line ends with CR and LF, and neither stands alone');
  return Buffer.concat(chunks);
}

function hasBare(chunk: Buffer, before: number): boolean {
  let previous = before;
  for (const byte of chunk) {
    if ((byte === LF) !== (previous === CR)) return true;
    previous = byte;
  }
  return false;
}
